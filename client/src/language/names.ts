/**
 * The names under which a problem of ours is known: its id, the upstream rules' names, and `syntax` for a text that
 * cannot be parsed. Reads a diagnostic as it comes from the server, so nothing about its shape is taken for granted.
 */
export function namesOf(diagnostic: { readonly code?: unknown; readonly data?: unknown }): string[] {
  const { code } = diagnostic;
  const id = isMapping(code) ? code['value'] : code;
  const data = isMapping(diagnostic.data) ? diagnostic.data : {};
  const codes: readonly unknown[] = Array.isArray(data['codes']) ? data['codes'] : [];
  return [id, ...codes, data['kind'] === 'syntax' ? 'syntax' : undefined].filter((name) => typeof name === 'string');
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
