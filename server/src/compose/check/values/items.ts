import { type Fault, quoted } from './fault.ts';

/** `NAME=value`, or `NAME` alone; a blank before the `=` would belong to the name (types/mapping.go). */
export function* assignmentFaults(text: string): Iterable<Fault> {
  const to = text.indexOf('=');
  const from = text.slice(0, Math.max(to, 0)).trimEnd().length;
  if (from < to) {
    const at = { from, to };
    yield {
      at,
      message: 'A blank cannot stand before the `=`.',
      fix: { title: 'Remove the blank', text: '', safe: true },
    };
  } else if (text.startsWith('=')) yield { at: { from: 0, to: 1 }, message: 'A name is missing before the `=`.' };
}

/** An item of `additional_contexts`. */
export function* contextFaults(text: string): Iterable<Fault> {
  if (!/^[^=]+=/.test(text))
    yield { message: 'A context is `name=path`, `name=docker-image://…` or `name=https://…`.' };
}

/** An item of `build.ssh`. */
export function* sshFaults(text: string): Iterable<Fault> {
  if (text !== 'default' && !/^[^=]+=/.test(text))
    yield { message: 'An item is `default` or `id=path`: the path of a key or of a socket.' };
}

const tmpfsWords = (
  'defaults ro rw suid nosuid dev nodev exec noexec sync async dirsync remount mand nomand atime noatime diratime ' +
  'nodiratime bind rbind unbindable runbindable private rprivate shared rshared slave rslave relatime norelatime ' +
  'strictatime nostrictatime'
).split(' ');
const tmpfsValues: Readonly<Record<string, RegExp>> = {
  size: /^\d+(?:\.\d+)?(?:%|[kmgtp]?(?:i?b)?)$/i,
  mode: /^[0-7]+$/,
  uid: /^\d+$/,
  gid: /^\d+$/,
  nr_inodes: /^\d+[kmg]?$/i,
  nr_blocks: /^\d+[kmg]?$/i,
  mpol: /^./,
};

/** `/path[:option,…]`. */
export function* tmpfsFaults(text: string): Iterable<Fault> {
  const [path = '', options] = text.split(/:(.*)/s);
  if (!path.startsWith('/'))
    yield {
      at: { from: 0, to: path.length },
      message: 'The path in the container must be absolute: begin it with `/`.',
    };
  if (options === undefined) return;
  let from = path.length + 1;
  for (const option of options.split(',')) {
    const [name = '', value] = option.split(/=(.*)/s);
    const known = Object.hasOwn(tmpfsValues, name) ? tmpfsValues[name] : undefined;
    const right = value === undefined ? tmpfsWords.includes(name) : known?.test(value) === true;
    if (!right)
      yield {
        at: { from: option === '' ? from - 1 : from, to: from + option.length },
        message:
          known && value !== undefined
            ? `${quoted(value)} is not a ${quoted(name)} that a tmpfs takes.`
            : `${quoted(option)} is not an option of a tmpfs: \`size=64m\`, \`mode=1777\`, \`uid=\`, \`gid=\`, \`noexec\` and others are.`,
      };
    from += option.length + 1;
  }
}
