import { code } from '../../markdown.ts';
import type { DockerfileDocument } from '../document.ts';
import type { Step } from '../model/step.ts';
import type { Declaration } from '../model/variableIndex.ts';
import { expand } from '../model/variables.ts';
import { modifiers, predefinedArgs } from '../reference/variables.ts';
import { joined } from './instructions.ts';

/** A variable's value at a step and where it comes from. `declaration` when the place is one itself. */
export function variableHelp(
  document: DockerfileDocument,
  name: string,
  {
    step,
    declaration,
    modifier,
  }: { readonly step: Step; readonly declaration?: Declaration; readonly modifier?: string },
): string {
  const { variables } = document;
  const giver = declaration ?? variables.seen(name, step);
  const predefined = predefinedArgs.find((one) => one.name === name);
  const meaning = modifiers.find((one) => one.modifier === modifier);
  return joined(
    giver ? valued(document, name, giver) : code(name),
    giver ? origin(document, name, { step, giver }) : predefined ? '' : 'It is not set in this file.',
    predefined
      ? `${predefined.doc}${predefined.example === undefined ? '' : ` For example ${code(predefined.example)}.`}`
      : '',
    meaning ? `${code(`\${…${meaning.modifier}${meaning.placeholder}}`)}: ${meaning.doc}` : '',
  );
}

function valued(document: DockerfileDocument, name: string, { step, assignment }: Declaration): string {
  const value = valueOf(document, { step, assignment });
  if (value === undefined) return `${step.name} ${code(name)}`;
  return `${step.name} ${code(name)} = ${value === '' ? 'the empty text' : code(value)}`;
}

/** What the file itself gives it; `undefined` where something in it comes from outside. */
function valueOf(document: DockerfileDocument, { step, assignment }: Declaration): string | undefined {
  const { values, stages } = document;
  if (assignment.value === undefined)
    return step.stage.from === undefined ? undefined : values.globals.get(assignment.name);
  const scope = values.at(step);
  const lookup = (key: string): string | undefined => scope.get(key);
  const { text, references, error } = expand(assignment.value, { escape: step.escape, lookup });
  const known = references.every((one) => one.modifier !== '' || scope.get(one.name) !== undefined);
  return stages.length > 0 && known && error === undefined ? text : undefined;
}

function origin(
  { variables, text }: DockerfileDocument,
  name: string,
  { step, giver }: { readonly step: Step; readonly giver: Declaration },
): string {
  const line = (of: Declaration): string => `line ${String(text.positionAt(of.assignment.start).line + 1)}`;
  const { stage } = giver.step;
  const inherited =
    stage.from === undefined
      ? ', before the first `FROM`'
      : stage === step.stage
        ? ''
        : `, in the stage ${code(stage.name?.text ?? stage.image?.text ?? '')} that this one continues`;
  const isArg = giver.step.name === 'ARG';
  const outer = isArg && giver.assignment.value === undefined ? variables.globalOf(name) : undefined;
  const global = outer && outer.assignment !== giver.assignment ? ` Its value is the one of ${line(outer)}.` : '';
  const given =
    isArg && !global && giver.assignment.value === undefined
      ? ' It has no default: `--build-arg` gives it a value.'
      : '';
  const kept = isArg
    ? '`--build-arg` can change it. It is there during the build only.'
    : 'It is there in containers, too.';
  return joined(`Set in ${line(giver)}${inherited}.${global}${given}`, kept);
}
