import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { Assignment } from '../model/assignments.ts';
import type { Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';

/** The outline: stages with their instructions, arguments and environment by name; before them the global arguments. */
export function provideSymbols(document: DockerfileDocument): DocumentSymbol[] {
  const { stages, steps } = document;
  const byStage = new Map<Stage, Step[]>(stages.map((stage) => [stage, []]));
  for (const step of steps) if (step.name !== 'FROM') byStage.get(step.stage)?.push(step);
  return stages.flatMap((stage) => {
    const inside = (byStage.get(stage) ?? []).map((step) => instruction(document, step));
    const { from, image, name } = stage;
    if (from === undefined) return inside;
    const base = image?.text ?? '';
    return [
      {
        name: name?.text ?? (base === '' ? 'FROM' : base),
        detail: name === undefined ? `FROM, stage ${String(byNumber(document, stage))}` : `FROM ${base}`,
        kind: SymbolKind.Module,
        range: document.range({ start: from.start, end: stage.steps.at(-1)?.end ?? from.end }),
        selectionRange: document.range(name ?? from),
        children: inside,
      },
    ];
  });
}

/** Stages are counted without the instructions before the first `FROM`. */
function byNumber({ stages }: DockerfileDocument, stage: Stage): number {
  return stages[0]?.from === undefined ? stage.index - 1 : stage.index;
}

const kinds: Readonly<Record<string, SymbolKind>> = {
  RUN: SymbolKind.Method,
  CMD: SymbolKind.Event,
  ENTRYPOINT: SymbolKind.Event,
  HEALTHCHECK: SymbolKind.Event,
  COPY: SymbolKind.File,
  ADD: SymbolKind.File,
  WORKDIR: SymbolKind.Namespace,
  VOLUME: SymbolKind.Struct,
  EXPOSE: SymbolKind.Interface,
  USER: SymbolKind.Key,
  LABEL: SymbolKind.Property,
};

function instruction(document: DockerfileDocument, step: Step): DocumentSymbol {
  const whole = step.onbuild ?? step;
  const lead = step.onbuild ? 'ONBUILD ' : '';
  const range = document.range({ start: whole.start, end: whole.end });
  if (step.name === 'ARG' || step.name === 'ENV' || step.name === 'LABEL') {
    const [only, ...more] = step.assignments;
    if (only && more.length === 0) return { ...assigned(document, only, `${lead}${step.name} `, step), range };
    return {
      name: `${lead}${step.name} ${short(step.assignments.map(({ name }) => name).join(', '))}`.trimEnd(),
      kind: kinds[step.name] ?? SymbolKind.Variable,
      range,
      selectionRange: document.range(step.keyword),
      children: step.assignments.map((one) => assigned(document, one, '', step)),
    };
  }
  const { name, detail } = summary(step);
  return {
    name: `${lead}${step.name} ${short(name)}`.trimEnd(),
    ...(detail !== '' && { detail: short(detail) }),
    kind: kinds[step.name] ?? SymbolKind.Field,
    range,
    selectionRange: document.range(whole.keyword),
  };
}

function assigned(document: DockerfileDocument, one: Assignment, lead: string, step: Step): DocumentSymbol {
  const place = document.range(one);
  return {
    name: `${lead}${one.name === '' ? '=' : one.name}`,
    ...(one.value !== undefined && { detail: short(one.value) }),
    kind: kinds[step.name] ?? (step.name === 'ENV' ? SymbolKind.Variable : SymbolKind.Constant),
    range: place,
    selectionRange: place,
  };
}

/** What tells an instruction from others of its kind. */
function summary(step: Step): { name: string; detail: string } {
  if (step.name === 'COPY' || step.name === 'ADD') {
    const words = (step.json ?? step.words).map(({ text }) => text);
    const from = step.flag('from')?.value;
    const sources = words.slice(0, -1).join(' ');
    return { name: words.at(-1) ?? '', detail: from === undefined ? sources : `${sources} from ${from}` };
  }
  const words = step.json?.map(({ text }) => text).join(' ') ?? step.argument.text;
  const [heredoc] = step.heredocs;
  if (heredoc === undefined) return { name: words, detail: '' };
  return { name: words, detail: step.textOf(heredoc.body).trim().split('\n')[0] ?? '' };
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
