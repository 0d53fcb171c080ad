import type { Flag } from '../model/flags.ts';
import { mountFields, type MountField } from '../model/mounts.ts';
import type { Step } from '../model/step.ts';
import { anyOf, hasVariable, mistyped, type Mistake } from './mistake.ts';

const types = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const sharing = ['shared', 'private', 'locked'];
const flagLike = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);
/** The keys, each with the types that may have it; all when empty. */
const keys: Readonly<Record<string, readonly string[]>> = {
  type: [],
  from: ['bind', 'cache', 'tmpfs', 'ssh'],
  source: [],
  src: [],
  target: [],
  dst: [],
  destination: [],
  readonly: [],
  ro: [],
  readwrite: [],
  rw: [],
  id: [],
  env: [],
  sharing: ['cache'],
  required: ['secret', 'ssh'],
  size: ['tmpfs'],
  mode: ['cache', 'secret', 'ssh'],
  uid: ['cache', 'secret', 'ssh'],
  gid: ['cache', 'secret', 'ssh'],
};

/**
 * The mounts of a `RUN`: their keys, and what these take.
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export function* checkMounts(step: Step): Iterable<Mistake> {
  for (const flag of step.flags)
    // A quote that is still there is CSV's: such a field may contain commas.
    if (flag.name === 'mount' && flag.value !== undefined && !flag.value.includes('"')) yield* checkMount(flag);
}

function* checkMount(flag: Flag): Iterable<Mistake> {
  const fields = mountFields(flag);
  // BuildKit asks for the type that it has read so far where a key has to be read, and for the last one at the end.
  const [typed] = fields.filter(({ key, value }) => key === 'type' && value !== undefined).slice(-1);
  const type = typed?.value?.toLowerCase() ?? 'bind';
  const known = hasVariable(type) ? undefined : type;
  let soFar = 'bind';
  for (const field of fields) {
    const { key, value, keyRange } = field;
    if (key === 'type' && value !== undefined) soFar = value.toLowerCase();
    const fitting = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (fitting === undefined) yield unknownKey(field);
    else if (value === undefined && !flagLike.has(key))
      yield { id: 'missing-value', at: keyRange, message: `${key} needs a value: ${key}=….` };
    else if (known !== undefined && types.includes(known) && fitting.length > 0 && !fitting.includes(known))
      yield {
        id: 'mount-key',
        at: keyRange,
        message: `A mount of type ${known} has no ${key}. ${anyOf(fitting)} has it.`,
      };
    else if ((key === 'required' || key === 'size') && !fitting.includes(soFar) && !hasVariable(soFar))
      yield { id: 'mount-key', at: keyRange, message: `${key} is read before the type. Put type=${type} first.` };
    else yield* checkField(field);
  }
  if (known === 'secret') yield* checkSecret(flag, fields);
}

function unknownKey({ key, value, keyRange }: MountField): Mistake {
  const message =
    key === ''
      ? 'Between two commas stands key=value.'
      : `A mount has no ${value === undefined ? 'option' : 'key'} ${key}.`;
  return mistyped({ id: 'mount-key', at: keyRange, message }, { written: key, candidates: Object.keys(keys) });
}

function* checkField({ key, value, valueRange: at }: MountField): Iterable<Mistake> {
  if (value === undefined || hasVariable(value)) return;
  const wrong = (message: string): Mistake => ({ id: 'invalid-value', at, message });
  switch (key) {
    case 'type':
      if (!types.includes(value.toLowerCase()))
        yield mistyped(wrong(`The type of a mount is ${anyOf(types)}.`), { written: value, candidates: types });
      return;
    case 'target':
    case 'dst':
    case 'destination':
      if (/^\/+$/.test(value)) yield wrong('A mount cannot hide the root of the image.');
      return;
    case 'sharing':
      if (!sharing.includes(value.toLowerCase()))
        yield mistyped(wrong(`The sharing of a cache is ${anyOf(sharing)}.`), { written: value, candidates: sharing });
      return;
    case 'mode':
      if (!/^[0-7]+$/.test(value) || Number.parseInt(value, 8) > 0xffffffff)
        yield wrong('The mode of a mount is an octal number: mode=0400.');
      return;
    case 'uid':
    case 'gid':
      if (!/^\d+$/.test(value) || Number(value) > 0xffffffff) yield wrong(`The ${key} of a mount is a number.`);
      return;
    case 'size':
      if (!/^\d+(\.\d+)? ?([kmgtp]i?b?|b)?$/i.test(value))
        yield wrong('A size is a number of bytes, or one like 64m or 1g.');
      return;
    default:
      if (flagLike.has(key) && !/^(1|0|t|f|true|false|TRUE|FALSE|True|False|T|F)$/.test(value))
        yield wrong(`${key} is true or false.`);
  }
}

function* checkSecret(flag: Flag, fields: readonly MountField[]): Iterable<Mistake> {
  const has = (...names: string[]): MountField | undefined =>
    fields.findLast(({ key, value }) => names.includes(key) && value !== undefined && value !== '');
  const id = has('id');
  const source = has('source', 'src');
  if (!id && !source && !has('target', 'dst', 'destination'))
    yield { id: 'missing-value', at: flag, message: 'Which secret? Say id=NAME.' };
  if (id && source)
    yield {
      id: 'mount-key',
      at: source.keyRange,
      message: 'A secret has an id or a source, not both: they mean the same.',
    };
}
