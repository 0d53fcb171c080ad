import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { valueSpan } from '../model/assignments.ts';
import { mountFields } from '../model/mounts.ts';
import { isWithin, type Span } from '../model/name.ts';
import { readScript, shellTexts } from '../model/script.ts';
import type { Step } from '../model/step.ts';

/** What a growing selection takes in: the word, the argument or flag, the command, the instruction, the stage, the file. */
export function provideSelectionRanges(
  document: DockerfileDocument,
  positions: readonly Position[],
  shell?: ShellParser,
): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.text.offsetAt(position);
    const spans = [...spansAround(document, offset, shell)]
      .filter((span) => span.start < span.end && isWithin(span, offset))
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const nested: Span[] = [{ start: offset, end: offset }];
    for (const span of spans) {
      const inner = nested.at(-1);
      if (inner && span.start <= inner.start && span.end >= inner.end && !isSame(span, inner)) nested.push(span);
    }
    const [first, ...outer] = nested.slice(nested.length > 1 ? 1 : 0).reverse();
    const outermost: SelectionRange = { range: document.range(first ?? { start: offset, end: offset }) };
    return outer.reduce<SelectionRange>((parent, span) => ({ range: document.range(span), parent }), outermost);
  });
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function* spansAround(document: DockerfileDocument, offset: number, shell: ShellParser | undefined): Iterable<Span> {
  const { content } = document;
  yield { start: 0, end: content.length };
  yield* letters(content, offset);
  const step = document.stepAt(offset);
  const stage = step?.stage ?? document.stages.findLast(({ from }) => from !== undefined && from.start <= offset);
  if (stage?.from) yield { start: stage.from.start, end: stage.steps.at(-1)?.end ?? stage.from.end };
  if (step === undefined) return;
  if (step.onbuild) yield step.onbuild;
  yield step;
  yield step.keyword;
  yield* parts(step, offset);
  if (document.shells.of(step).posix) yield* commands(document, step, shell);
}

/** The letters and digits around an offset. */
function* letters(content: string, offset: number): Iterable<Span> {
  const before = /\w*$/.exec(content.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^\w*/.exec(content.slice(offset, offset + 200))?.[0].length ?? 0;
  yield { start: offset - before, end: offset + after };
}

function* parts(step: Step, offset: number): Iterable<Span> {
  for (const flag of step.flags) {
    yield flag;
    if (flag.value === undefined) continue;
    yield { start: flag.start + 3 + flag.name.length, end: flag.end };
    if (flag.name !== 'mount') continue;
    for (const { keyRange, valueRange } of mountFields(flag)) {
      yield valueRange;
      yield { start: keyRange.start, end: valueRange.end };
    }
  }
  yield step.argument;
  if (['ARG', 'ENV', 'LABEL'].includes(step.name))
    for (const assignment of step.assignments) {
      yield assignment;
      const value = valueSpan(step, assignment);
      if (value === undefined) continue;
      yield value;
      yield { start: assignment.start, end: value.end };
    }
  // A word with one end of a quoted text is no whole.
  const word = step.json ? undefined : step.wordAt(offset);
  if (word && (!/["']/.test(word.text) || word.text.split(/["']/).length % 2 === 1)) yield word;
  yield* step.json ?? [];
  for (const { start, end } of step.json ?? []) yield { start: start + 1, end: end - 1 };
  for (const { start, end, body } of step.heredocs) {
    yield { start, end };
    yield body;
  }
}

function* commands({ source }: DockerfileDocument, step: Step, shell: ShellParser | undefined): Iterable<Span> {
  if (shell === undefined) return;
  for (const command of readScript(step, { source, shell })?.commands ?? []) {
    yield command;
    yield command.statement;
    yield command.name;
    yield* command.args;
  }
  for (const { text, base } of shellTexts(step, source)?.texts ?? [])
    for (const { start, end } of shell.pieces(text).tokens) yield { start: base + start, end: base + end };
}
