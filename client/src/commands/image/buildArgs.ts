import type { ArgOutline } from '../../../../server/src/protocol/requests.ts';
import type { Ui } from '../../ui/ui.ts';
import { editList } from '../form.ts';
import { nameOf, variableProblem } from '../variables.ts';

/** Build arguments by name. */
export type BuildArgs = Readonly<Record<string, string>>;

/** What a builder knows without being told: https://docs.docker.com/reference/dockerfile/#predefined-args */
const predefined =
  /^(?:(?:https?|ftp|no|all)_proxy|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)|TARGETSTAGE|SOURCE_DATE_EPOCH|BUILDKIT_\w+)$/iu;
/** Names of what must not be remembered. */
const secret = /pass|secret|token|credential|private|auth|api_?key/iu;

export function isSecret(name: string): boolean {
  return secret.test(name);
}

/** The names of a file's arguments that no declaration gives a default, in the file's order. */
export function argsWithoutDefault(args: readonly ArgOutline[]): string[] {
  const given = new Set(args.filter((arg) => arg.default !== undefined).map(({ name }) => name));
  const names = new Set(args.map(({ name }) => name));
  return [...names].filter((name) => !given.has(name) && !predefined.test(name));
}

/** Asks for values of these, one by one; empty leaves an argument unset. `undefined` when it was dismissed. */
export async function askForArgs(ui: Ui, names: readonly string[]): Promise<BuildArgs | undefined> {
  const answers: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = await ui.input({
      title: `Build argument ${name}`,
      prompt: isSecret(name)
        ? 'The Dockerfile gives it no default. Empty: not set. It is not remembered.'
        : 'The Dockerfile gives it no default. Empty: not set.',
      password: isSecret(name),
      step: { current: index + 1, total: names.length },
    });
    if (value === undefined) return undefined;
    answers[name] = value;
  }
  return answers;
}

/** Lets all arguments be changed; those of the file stand there with their defaults. */
export async function editArgs(
  ui: Ui,
  { args, values }: { args: readonly ArgOutline[]; values: BuildArgs },
): Promise<BuildArgs | undefined> {
  const defaults = new Map(
    args.flatMap((arg) => (arg.default === undefined ? [] : [[arg.name, arg.default] as const])),
  );
  const names = [...new Set([...args.map(({ name }) => name), ...Object.keys(values)])];
  const items = names.map((name) => `${name}=${values[name] ?? defaults.get(name) ?? ''}`);
  const edited = await editList({
    ui,
    title: 'Build arguments',
    noun: 'build argument',
    prompt: 'NAME=value.',
    items,
    show: (item) => (isSecret(nameOf(item)) ? `${nameOf(item)}=${item.endsWith('=') ? '' : '••••'}` : item),
    validate: variableProblem,
  });
  if (!edited) return undefined;
  const pairs = edited.map((item) => [nameOf(item), item.slice(nameOf(item).length + 1)] as const);
  return Object.fromEntries(pairs.filter(([name, value]) => value !== (defaults.get(name) ?? '')));
}
