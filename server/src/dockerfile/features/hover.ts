import type { Hover, Position } from 'vscode-languageserver-types';
import type { Images } from '../../language.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { commentHelp, type RuleTexts } from '../hover/comments.ts';
import { imageHelp } from '../../workspace/imageHelp.ts';
import { flagHelp, keywordHelp, type Help } from '../hover/instructions.ts';
import { stageHelp } from '../hover/stages.ts';
import { variableHelp } from '../hover/variables.ts';
import { isWithin, type Span } from '../model/name.ts';
import { nameAt } from '../model/names.ts';
import type { Step } from '../model/step.ts';
import { expand } from '../model/variables.ts';

export interface HoverOptions extends RuleTexts {
  readonly shell?: ShellParser | undefined;
  /** Absent where no engine can be asked. */
  readonly images?: Images | undefined;
}

/** What an instruction, flag, directive or rule's code means; a variable's value, a stage's content, an image's facts. */
export async function provideHover(
  document: DockerfileDocument,
  position: Position,
  { shell, images, docs, rulePage }: HoverOptions = {},
): Promise<Hover | null> {
  const offset = document.text.offsetAt(position);
  const step = document.stepAt(offset);
  const help =
    commentHelp(document, offset, { docs, rulePage }) ??
    (step &&
      (keywordHelp(step, offset) ??
        flagHelp(step, offset) ??
        nameHelp(document, { step, offset, shell }) ??
        (await image(document, offset, images))));
  if (!help) return null;
  return { contents: { kind: 'markdown', value: help.text }, range: document.range(help.at) };
}

interface Place {
  readonly step: Step;
  readonly offset: number;
  readonly shell: ShellParser | undefined;
}

function nameHelp(document: DockerfileDocument, { step, offset, shell }: Place): Help | undefined {
  const name = nameAt(document, offset, shell);
  if (name?.kind === 'stage') {
    const stage = document.referenceAt(name.at.start)?.stage ?? step.stage;
    return { text: stageHelp(document, stage), at: name.at };
  }
  if (name?.kind === 'variable') {
    const declaration = document.variables.all(name.text).find(({ assignment }) => assignment.start === name.at.start);
    const isOurs = declaration !== undefined || document.variables.seen(name.text, step) !== undefined;
    const modifier = modifierAt(document, name.at);
    const options = { step, ...(declaration && { declaration }), ...(modifier !== '' && { modifier }) };
    return isOurs ? { text: variableHelp(document, name.text, options), at: name.at } : undefined;
  }
  return name === undefined ? unknownVariable(document, step, offset) : undefined;
}

/** What follows the name in `${name…}`. */
function modifierAt({ content }: DockerfileDocument, { start, end }: Span): string {
  if (content.charAt(start - 1) !== '{') return '';
  return /^(:[-+?]|[-+?]|##?|%%?|\/\/?)/.exec(content.slice(end, end + 2))?.[0] ?? '';
}

/** One that the base image or the builder sets; the shell's own are not looked at. */
function unknownVariable(document: DockerfileDocument, step: Step, offset: number): Help | undefined {
  const { line, escape, name } = step;
  if (name === 'RUN' || name === 'CMD' || name === 'ENTRYPOINT') return undefined;
  const { references } = expand(line.text, { escape, lookup: () => '' });
  for (const { name: text, nameStart } of references) {
    const start = line.offsetAt(nameStart);
    const at = { start, end: start + text.length };
    if (!isWithin(at, offset)) continue;
    const modifier = modifierAt(document, at);
    return { text: variableHelp(document, text, { step, ...(modifier !== '' && { modifier }) }), at };
  }
  return undefined;
}

async function image(
  document: DockerfileDocument,
  offset: number,
  images: Images | undefined,
): Promise<Help | undefined> {
  const reference = document.references.find((place) => isWithin(place, offset));
  if (reference === undefined || reference.stage) return undefined;
  const { kind, step, text, start, end } = reference;
  const named = kind === 'from' ? step.stage.base : text.includes('$') ? undefined : text;
  if (named === undefined || named === '' || named === 'scratch' || /^\d+$/.test(named)) return undefined;
  return { text: await imageHelp(named, images), at: { start, end } };
}
