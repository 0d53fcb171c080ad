import { looksSecret } from '../../protocol/secrets.ts';
import { code } from '../../markdown.ts';
import type { ComposeDocument } from '../document.ts';
import type { Located, Value } from '../project/model.ts';
import type { Project } from '../project/project.ts';
import { isSection } from '../references.ts';
import { type Entry, pathTo } from '../yaml/node.ts';

/** What a key comes to in the project, when that is not what stands here: the value that counts, or all that is merged. */
export function effectiveHelp(project: Project, document: ComposeDocument, entry: Entry): string {
  const value = valueAt(project, pathTo(entry));
  if (!value) return '';
  const here = ({ document: other, start, end }: Located): boolean =>
    other.uri === document.uri && start <= entry.end && end >= entry.start;
  const others = [value, ...value.overrides].filter((each) => !here(each));
  if (value.kind !== 'scalar') {
    const places = [...new Set(others.map((each) => place(each, document)))];
    return places.length === 0 ? '' : `In the project, merged with ${places.join(' and ')}.`;
  }
  if (!value.known || (here(value) && value.text === value.written)) return '';
  const from = here(value) ? '' : `, from ${place(value, document)}`;
  return `In the project: ${masked(entry.key.text, value.text)}${from}.`;
}

/** A value, unless it looks like a secret. */
export function masked(name: string, text: string): string {
  if (text === '') return 'empty';
  return looksSecret(name, text) ? 'hidden, because it looks like a secret' : code(text);
}

/** A link to a place: the file, unless it is this one, and the line. */
export function place(at: Located, document: ComposeDocument): string {
  const line = at.document.text.positionAt(at.start).line + 1;
  return linkTo(at.document.uri, { line, own: at.document.uri === document.uri });
}

export function linkTo(uri: string, { line, own = false }: { readonly line: number; readonly own?: boolean }): string {
  const name = own ? '' : `${code(decoded(uri.slice(uri.lastIndexOf('/') + 1)))}, `;
  return `[${name}line ${String(line)}](${uri.replaceAll(/[()]/g, encodeURIComponent)}#L${String(line)})`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll(/[[\]]/g, '');
  } catch {
    return text;
  }
}

function valueAt(project: Project, [section, name, ...keys]: readonly (string | number)[]): Value | undefined {
  if (typeof section !== 'string' || typeof name !== 'string' || !isSection(section)) return undefined;
  let value: Value | undefined =
    section === 'services' ? project.services.get(name)?.value : project.resources(section).get(name)?.value;
  for (const key of keys) value = value?.kind === 'mapping' && typeof key === 'string' ? value.get(key) : undefined;
  return value;
}
