import type { CommentCursor, Cursor } from '../completion/cursor.ts';
import type { ArgumentPlace, FlagValuePlace, MountPlace } from '../completion/place.ts';
import { code } from '../../markdown.ts';
import { directives } from '../reference/directives.ts';
import { flagDoc, flagNamed } from '../reference/flags.ts';
import type { InstructionForm, InstructionReference, ParameterReference } from '../reference/instruction.ts';
import { instructionNamed } from '../reference/instructions.ts';
import { mountKeyDoc, mountKeyNamed, mountKeys, mountTypes } from '../reference/mounts.ts';

/** One way to write an instruction or flag, and which part of it the cursor is in. */
export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly doc: string;
  /** In the order in which they stand in the label. */
  readonly parameters: readonly { readonly label: string; readonly doc: string }[];
  readonly parameter: number;
}

export interface Signatures {
  readonly signatures: readonly Signature[];
  /** The one that is being written. */
  readonly active: number;
}

/** The ways to write what the cursor is in; `undefined` between instructions. */
export function signaturesAt(cursor: Cursor): Signatures | undefined {
  switch (cursor.kind) {
    case 'comment':
      return ofDirective(cursor);
    case 'keyword':
      return cursor.trigger ? onbuild() : undefined;
    case 'variable':
    case 'modifier':
      return undefined;
    case 'flag':
      return ofInstruction(cursor.step.name, { words: [], form: 'flags' });
    case 'flag-value':
      return ofFlag(cursor);
    case 'mount-key':
    case 'mount-value':
      return ofMount(cursor);
    case 'argument':
      return ofArgument(cursor);
  }
}

function ofDirective({ head, before, after }: CommentCursor): Signatures | undefined {
  const [, written] = /^\s*([a-z]+)\s*=/i.exec(before + after) ?? [];
  const directive = directives.find(({ name }) => head && name === written?.toLowerCase());
  if (!directive) return undefined;
  const { name, doc, values } = directive;
  const label = values.map((value) => value.name).join('|');
  const parameters = [{ label, doc: values.map((value) => `- ${code(value.name)}: ${value.doc}`).join('\n') }];
  return { signatures: [{ label: `${name}=${label}`, doc, parameters, parameter: 0 }], active: 0 };
}

function onbuild(): Signatures | undefined {
  return ofInstruction('ONBUILD', { words: [], form: 'shell' });
}

function ofArgument({ step, words, json, last }: ArgumentPlace): Signatures | undefined {
  // The JSON form of a health check begins behind its CMD, so it counts as the command.
  return ofInstruction(step.name, { words, form: json === undefined ? 'shell' : 'json', last });
}

interface Written {
  readonly words: readonly string[];
  readonly form: 'flags' | 'shell' | 'json';
  readonly last?: boolean;
}

function ofInstruction(name: string, written: Written): Signatures | undefined {
  const reference = instructionNamed(name);
  if (!reference) return undefined;
  const signatures = reference.forms.map((form) => signatureOf(reference, form, written));
  const active = reference.forms.findIndex((form) => isWritten(form, written));
  return { signatures, active: Math.max(active, 0) };
}

/** Whether what is there already can be the beginning of a form. */
function isWritten({ json, parameters }: InstructionForm, { words, form }: Written): boolean {
  if (form !== 'flags' && (json === true) !== (form === 'json')) return false;
  const first = parameters.find(({ takes }) => takes !== 'flags');
  if (first?.label.startsWith('<<') === true) return words[0]?.startsWith('<<') === true;
  if (words[0]?.startsWith('<<') === true && parameters.at(-1)?.label === 'command') return false;
  if (first?.label !== 'NONE' && first?.label !== 'CMD') return true;
  return words.length === 0 || words[0]?.toUpperCase() === first.label;
}

function signatureOf({ name, doc }: InstructionReference, form: InstructionForm, written: Written): Signature {
  const flagCount = form.parameters.filter(({ takes }) => takes === 'flags').length;
  const flags = form.parameters.slice(0, flagCount).map(({ label }) => label);
  const rest = form.parameters.slice(flagCount);
  const text = rest.map(({ label }) => label).join(form.json === true ? ', ' : ' ');
  return {
    label: [name, ...flags, form.json === true ? `[${text}]` : text].join(' '),
    doc,
    parameters: form.parameters,
    parameter: written.form === 'flags' ? 0 : flagCount + indexIn(rest, written),
  };
}

/** Which parameter the next word is, after so many others. */
function indexIn(parameters: readonly ParameterReference[], { words, last = true }: Written): number {
  const many = parameters.findIndex(({ takes }) => takes === 'many');
  const end = parameters.length - 1;
  if (many < 0) return Math.min(words.length, end);
  if (words.length <= many || many === end) return Math.min(words.length, many);
  return last ? end : many;
}

function ofFlag({ step, flag }: FlagValuePlace): Signatures | undefined {
  const reference = flagNamed(step.name, flag);
  if (!reference) return undefined;
  const { name, placeholder } = reference;
  const doc = flagDoc(reference);
  const parameters = [{ label: placeholder, doc }];
  return { signatures: [{ label: `--${name}=${placeholder}`, doc, parameters, parameter: 0 }], active: 0 };
}

/** The keys of the mount's type as parameters, those first that are there, in their order. */
function ofMount({ pairs, key, token }: MountPlace): Signatures {
  const written = pairs.get('type') ?? (key === 'type' ? token.typed : '');
  const type = mountTypes.find(({ name }) => name === written) ?? mountTypes.find(({ name }) => name === 'bind');
  const keys = mountKeys.filter(
    ({ name, types }) => name !== 'type' && type !== undefined && types.includes(type.name),
  );
  const parameters = [
    {
      label: `type=${written === '' ? mountTypes.map(({ name }) => name).join('|') : (type?.name ?? 'bind')}`,
      doc: 'What is mounted.',
    },
    ...keys.map((reference) => ({
      label: reference.bare === true ? `[,${reference.name}]` : `[,${reference.name}=…]`,
      doc: mountKeyDoc(reference),
    })),
  ];
  const current = mountKeyNamed(key)?.name;
  const index = keys.findIndex(({ name }) => name === current);
  const begun = keys.findIndex(({ name }) => !pairs.has(name) && key === '');
  const parameter = current === 'type' || (pairs.size === 0 && key === '') ? 0 : Math.max(index, begun) + 1;
  const label = `--mount=${parameters.map((parameter) => parameter.label).join('')}`;
  return { signatures: [{ label, doc: type?.doc ?? '', parameters, parameter }], active: 0 };
}
