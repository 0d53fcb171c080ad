import { divideReference, partForms } from '../../../workspace/imageReference.ts';
import { closest } from '../../../lint/closest.ts';
import { changeTo, didYouMean, type Fault, parts, quoted } from './fault.ts';

/** A reference to an image as engines read it. */
export function* imageFaults(text: string): Iterable<Fault> {
  if (text === '') return;
  const blank = /\s/.exec(text);
  if (blank) {
    yield { at: { from: blank.index, to: blank.index + 1 }, message: 'The name of an image has no blanks.' };
    return;
  }
  const reference = divideReference(text);
  const { registry, repository } = reference;
  let from = 0;
  for (const part of ['registry', 'repository', 'tag', 'digest'] as const) {
    const value = reference[part];
    if (value === undefined) continue;
    const at = { from, to: from + value.length };
    from = at.to + 1;
    if (partForms[part].test(value)) continue;
    const lower = value.toLowerCase();
    const fixable = part === 'repository' && lower !== value && value.length < 256 && partForms.repository.test(lower);
    const empty = { from: Math.max(at.from - 1, 0), to: Math.min(at.to + 1, text.length) };
    yield {
      at: value === '' ? empty : at,
      message: fixable
        ? `Names of images are in lower case: ${quoted(lower)}.`
        : value === ''
          ? `The ${part === 'repository' ? 'name' : part} of the image is missing.`
          : `${quoted(value)} cannot be the ${part === 'repository' ? 'name' : part} of an image.`,
      ...(fixable && changeTo(lower)),
    };
    return;
  }
  if (registry === undefined && /^https?$/.test(repository))
    yield { message: 'An image is no address: leave out `https://`.' };
}

/** A reference to a model; other than those of images, names may have capitals. */
export function* modelFaults(text: string): Iterable<Fault> {
  if (text === '' || /\s/.test(text))
    yield { message: 'A model is named like an image: `ai/smollm2`, `hf.co/owner/name`.' };
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** A host or domain name by RFC 1123. */
export function* domainFaults(text: string): Iterable<Fault> {
  if (text === '') return;
  for (const part of parts(text.replace(/\.$/, ''), '.'))
    if (!label.test(part.text))
      yield {
        at: part.text === '' ? { from: Math.max(part.from - 1, 0), to: part.to + 1 } : part,
        message: '{} can have letters, digits and `-` only, up to 63 in a part, with a letter or digit at both ends.',
      };
}

export function* containerFaults(text: string): Iterable<Fault> {
  if (!/^[a-zA-Z0-9][\w.-]+$/.test(text))
    yield {
      message: '{} must begin with a letter or digit, and have letters, digits, `_`, `.` and `-` only, two at least.',
    };
}

export function* profileFaults(text: string): Iterable<Fault> {
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(text))
    yield { message: 'A profile must begin with a letter or digit, and have letters, digits, `_`, `.` and `-` only.' };
}

/** The name of an environment variable. */
export function* variableFaults(text: string): Iterable<Fault> {
  if (!/^[a-zA-Z_]\w*$/.test(text)) yield { message: `${quoted(text)} cannot be the name of a variable.` };
}

export function* labelFaults(text: string): Iterable<Fault> {
  const name = text.split('=')[0] ?? '';
  if (name.startsWith('com.docker.compose.'))
    yield {
      at: { from: 0, to: name.length },
      message: 'Compose keeps labels that begin with `com.docker.compose` for itself.',
    };
}

/** Names, or `name=value`. */
export function* sysctlFaults(text: string): Iterable<Fault> {
  const name = (text.split('=')[0] ?? '').trim().replaceAll('/', '.');
  if (
    /^(?:net\.|fs\.mqueue\.|kernel\.(?:msg(?:max|mnb|mni)|sem|shm(?:all|max|mni|_rmid_forced)|domainname)$)/.test(name)
  )
    return;
  yield {
    at: { from: 0, to: name.length },
    message: `A container has no ${quoted(name)} of its own, so the engine refuses it. Only \`net.*\`, \`fs.mqueue.*\` and System V IPC parameters can be set.`,
  };
}

const systems = ['linux', 'windows', 'darwin', 'freebsd', 'wasi'];
const architectures =
  'amd64 arm64 arm 386 ppc64le s390x riscv64 mips64le mips64 loong64 wasm wasm32 x86_64 x86-64 aarch64 armhf armel i386'.split(
    ' ',
  );

/** `os[/arch[/variant]]`. */
export function* platformFaults(text: string): Iterable<Fault> {
  const [system, architecture, variant, extra] = parts(text, '/');
  if (extra || [system, architecture, variant].some((part) => part && !/^[\w.-]+(?:\([^)]*\))?$/.test(part.text))) {
    yield { message: 'A platform is `os/architecture` or `os/architecture/variant`, such as `linux/arm64`.' };
    return;
  }
  for (const [part, known] of [
    [system, architecture ? systems : [...systems, ...architectures]],
    [architecture, architectures],
  ] as const) {
    if (!part || known.includes(part.text.toLowerCase())) continue;
    const meant = closest(part.text, known);
    if (meant !== undefined)
      yield { at: part, message: `${quoted(part.text)} is not known.${didYouMean(meant)}`, ...changeTo(meant) };
  }
}
