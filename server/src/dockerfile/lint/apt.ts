import type { Command, Word } from '../../shell/script.ts';

/** Options of apt-get whose value is the next word. */
const valued = new Set([
  '-t',
  '--target-release',
  '--default-release',
  '-o',
  '--option',
  '-c',
  '--config-file',
  '-a',
  '--host-architecture',
]);

/** The packages that an `apt-get install` asks for; `undefined` for every other command. */
export function aptInstalls(command: Command): Word[] | undefined {
  if (command.name.text !== 'apt-get') return undefined;
  const words = command.args.filter((word, i) => !isOption(word) && !isValue(command.args, i));
  const verb = words.findIndex(({ text }) => text === 'install');
  return verb < 0 ? undefined : words.filter((_, i) => i !== verb);
}

/** `apt-get update` and the same of `apt` and `aptitude`. */
export function isAptUpdate(command: Command): boolean {
  return (
    ['apt', 'apt-get', 'aptitude'].includes(command.name.text) && command.args.some(({ text }) => text === 'update')
  );
}

/** Removes the package lists that an update has fetched. */
export function removesAptLists({ name, args }: Command): boolean {
  const words = args.map(({ text }) => text);
  if (name.text === 'apt-get' || name.text === 'apt') return words.some((word) => /^dist-?clean$/.test(word));
  const lists = words.some((word) => /^\/var\/lib\/apt(\/lists)?(\/?\*?|\/.*)$/.test(word));
  if (name.text === 'rm') return lists && words.some((word) => /^(-[a-zA-Z]*[rR]|--recursive$)/.test(word));
  return name.text === 'find' && lists && words.includes('-delete');
}

function isOption({ text }: Word): boolean {
  return text.startsWith('-');
}

function isValue(args: readonly Word[], i: number): boolean {
  return i > 0 && valued.has(args[i - 1]?.text ?? '');
}
