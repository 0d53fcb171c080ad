import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { isWithin, type Name, type Occurrence, type Span } from './name.ts';
import { predefinedArgs } from '../reference/variables.ts';
import type { Step } from './step.ts';
import type { Declaration } from './variableIndex.ts';
import { variablePlaces, type VariablePlace } from './variableUses.ts';

/** The variable that is declared or used at an offset, with its `$` and braces: an `ARG`, an `ENV`, or one of a shell. */
export function variableNameAt(
  document: DockerfileDocument,
  offset: number,
  shell: ShellParser | undefined,
): Name | undefined {
  const step = document.stepAt(offset);
  if (step === undefined) return undefined;
  const finder = new Finder(document, shell);
  const declaration = finder.declarationAt(step, offset);
  if (declaration) return finder.declared(declaration.assignment.name, { step, at: declaration.assignment });
  const use = finder.useAt(step, offset);
  if (use === undefined) return undefined;
  return finder.sees(use) ? finder.declared(use.name, { step, at: use }) : finder.ofShell(use);
}

class Finder {
  readonly #document: DockerfileDocument;
  readonly #shell: ShellParser | undefined;

  constructor(document: DockerfileDocument, shell: ShellParser | undefined) {
    this.#document = document;
    this.#shell = shell;
  }

  declarationAt(step: Step, offset: number): Declaration | undefined {
    if (step.name !== 'ARG' && step.name !== 'ENV') return undefined;
    const assignment = step.assignments.find((one) => isWithin(one, offset));
    return assignment && { step, assignment };
  }

  useAt(step: Step, offset: number): VariablePlace | undefined {
    const { content } = this.#document;
    return this.#placesIn(step).find(({ start, end }) => {
      const braced = content.slice(start - 2, start) === '${';
      const lead = braced ? 2 : content.charAt(start - 1) === '$' ? 1 : 0;
      return isWithin({ start: start - lead, end: braced && content.charAt(end) === '}' ? end + 1 : end }, offset);
    });
  }

  /** Whether what is used there is declared in this file. */
  sees({ name, step, by }: VariablePlace): boolean {
    const { variables } = this.#document;
    // The builder's arguments are gone when the image runs.
    const runsLater = by === 'shell' && step.name !== 'RUN';
    return runsLater ? variables.outlivesBuild(name, step) : variables.seen(name, step) !== undefined;
  }

  declared(name: string, { step, at }: { readonly step: Step; readonly at: Span }): Name {
    const { variables, stages, steps } = this.#document;
    const [first] = stages;
    const sharing = variables.sharing(name, step.name === 'FROM' && first ? first : step.stage);
    const declarations = variables.all(name).filter((one) => sharing.has(one.step.stage));
    const uses: VariablePlace[] = [];
    let unseen: VariablePlace | undefined;
    for (const other of steps) {
      const stage = other.name === 'FROM' && first ? first : other.stage;
      if (!sharing.has(stage) || !other.textOf(other).includes(name)) continue;
      for (const place of this.#placesIn(other)) {
        if (place.name !== name) continue;
        if (this.sees(place)) uses.push(place);
        else if (place.by === 'builder') unseen ??= place;
      }
    }
    const itself = declarations.find(({ assignment }) => assignment.start === at.start);
    const giver = itself?.step.name === 'ARG' && itself.assignment.value === undefined && variables.globalOf(name);
    const definition = giver || (itself ?? variables.seen(name, step) ?? declarations[0]);
    const fixed = this.#fixedBecause(name, unseen);
    return {
      kind: 'variable',
      text: name,
      at: span(at),
      definition: span(definition?.assignment ?? at),
      occurrences: [...declarations.map(toOccurrence), ...uses].sort((a, b) => a.start - b.start),
      ...(fixed !== undefined && { fixed }),
      refuses: (wanted) => this.#refusal(wanted, { name, sharing }),
    };
  }

  /** A variable that the step's own shell text gives a value. */
  ofShell(use: VariablePlace): Name | undefined {
    const places = this.#placesIn(use.step).filter(({ name, by }) => name === use.name && by === 'shell');
    const definition = places.find(({ kind }) => kind === 'write');
    if (definition === undefined || use.by !== 'shell') return undefined;
    return {
      kind: 'variable',
      text: use.name,
      at: span(use),
      definition: span(definition),
      occurrences: places.map(({ start, end, kind }) => ({
        start,
        end,
        kind: start === definition.start ? 'declaration' : kind,
      })),
      refuses: (wanted) => {
        const taken = this.#placesIn(use.step).some(({ name }) => name === wanted);
        return notAName(wanted) ?? (wanted !== use.name && taken ? `“${wanted}” is in use here already.` : undefined);
      },
    };
  }

  #placesIn(step: Step): readonly VariablePlace[] {
    const posix = this.#document.shells.of(step).posix;
    return variablePlaces(step, { source: this.#document.source, shell: posix ? this.#shell : undefined });
  }

  #fixedBecause(name: string, unseen: VariablePlace | undefined): string | undefined {
    if (predefined.has(name)) return `The builder itself sets ${name}.`;
    if (unseen === undefined) return undefined;
    const line = this.#document.text.positionAt(unseen.start).line + 1;
    return `Line ${String(line)} uses ${name} before this file sets it: it comes from the base image, too.`;
  }

  #refusal(
    wanted: string,
    { name, sharing }: { readonly name: string; readonly sharing: ReadonlySet<Step['stage']> },
  ): string | undefined {
    if (wanted === name) return undefined;
    if (predefined.has(wanted)) return `The builder itself sets ${wanted}.`;
    const taken = this.#document.variables.all(wanted).find(({ step }) => sharing.has(step.stage));
    if (taken === undefined) return notAName(wanted);
    const line = this.#document.text.positionAt(taken.assignment.start).line + 1;
    return `${wanted} is set in line ${String(line)} already.`;
  }
}

const predefined = new Set(predefinedArgs.map(({ name }) => name));

function notAName(wanted: string): string | undefined {
  return /^[A-Za-z_]\w*$/.test(wanted)
    ? undefined
    : 'A variable’s name begins with a letter or “_” and has letters, digits and “_” only.';
}

function toOccurrence({ step, assignment }: Declaration, index: number): Occurrence {
  return { ...span(assignment), kind: index === 0 || step.name === 'ARG' ? 'declaration' : 'write' };
}

function span({ start, end }: Span): Span {
  return { start, end };
}
