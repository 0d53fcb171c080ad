import type { ArgOutline, DockerfileOutline, StageOutline } from '../../protocol/requests.ts';
import type { DockerfileDocument } from '../document.ts';
import type { Assignment } from '../model/assignments.ts';
import { knownText } from '../model/knownText.ts';
import { isPredefinedArgument, platformArguments } from '../model/predefinedArguments.ts';
import { chain, type Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';

/** What a build can be asked for: the stages with their ports, and the arguments with their defaults. */
export function provideOutline(document: DockerfileDocument): DockerfileOutline {
  const { stages: all, text } = document;
  const named = all.filter(({ from }) => from !== undefined);
  return {
    stages: named.map((stage) => stageOutline(stage, { named, document })),
    args: all.flatMap((stage) => {
      const place = stage.from === undefined ? {} : { stage: named.indexOf(stage) };
      return argumentSteps(stage).flatMap((step) =>
        step.assignments.map((assignment): ArgOutline => {
          const { name, value } = assignment;
          const line = text.positionAt(assignment.start).line;
          if (value !== undefined) return { name, line, ...place, default: unquoted(value) };
          return { name, line, ...place, ...(isRequired(assignment, { step, all }) && { required: true }) };
        }),
      );
    }),
  };
}

function stageOutline(
  { from, image, name, parent, steps }: Stage,
  { named, document }: { readonly named: readonly Stage[]; readonly document: DockerfileDocument },
): StageOutline {
  const ports = steps
    .filter((step) => step.name === 'EXPOSE')
    .flatMap((step) => {
      const values = document.values.at(step);
      const lookup = (variable: string): string | undefined => values.get(variable);
      return step.words.map(({ text }) => knownText(text, { escape: step.escape, lookup }) ?? text);
    });
  return {
    ...(name === undefined ? {} : { name: name.text }),
    base: image?.text ?? '',
    line: from?.startLine ?? 0,
    ...(parent && { parent: named.indexOf(parent) }),
    ...(ports.length > 0 && { ports }),
  };
}

function argumentSteps({ steps }: Stage): Step[] {
  return steps.filter(({ name }) => name === 'ARG');
}

/** Whether something after an argument without a default has its bare value, and nothing asks whether it is empty. */
function isRequired(
  { name }: Assignment,
  { step, all }: { readonly step: Step; readonly all: readonly Stage[] },
): boolean {
  if (isPredefinedArgument(name) || Object.hasOwn(platformArguments(), name)) return false;
  const bare = new RegExp(String.raw`\$(?:${name}(?!\w)|\{${name}\})`);
  const { stage } = step;
  if (stage.from === undefined) return all.some(({ image }) => bare.test(image?.text ?? ''));
  const global = all.find(({ from }) => from === undefined);
  const given = [...(global ? argumentSteps(global) : []), ...chain(stage).flatMap(({ steps }) => steps)]
    .filter((other) => other.name === 'ARG' || other.name === 'ENV')
    .flatMap(({ assignments }) => assignments);
  if (given.some((other) => other.name === name && other.value !== undefined)) return false;
  const texts = all
    .filter((other) => chain(other).includes(stage))
    .flatMap(({ steps }) => steps)
    .filter(({ start }) => start > step.start)
    .map((other) => other.textOf(other));
  const asked = new RegExp(String.raw`-[nz] *["']?\$\{?${name}\b|\$\{${name}[^}\w]`);
  return texts.some((text) => bare.test(text)) && !texts.some((text) => asked.test(text));
}

/** A value without the quotes around the whole of it. */
function unquoted(value: string): string {
  return /^(["'])(.*)\1$/su.exec(value)?.[2] ?? value;
}
