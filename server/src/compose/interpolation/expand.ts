import { readTemplate, type TemplateError, type Variable } from './template.ts';

/** Where the value of a variable comes from. */
export type VariableSource =
  | { readonly kind: 'shell' }
  /** The name of the project itself. */
  | { readonly kind: 'project' }
  /** A `.env` or another env file: where in it the value stands. */
  | { readonly kind: 'file'; readonly path: string; readonly start: number; readonly end: number };

export interface VariableValue {
  readonly value: string;
  readonly source: VariableSource;
}

/** What variables stand for; `undefined` for one that is not set. */
export type Lookup = (name: string) => VariableValue | undefined;

/** A variable in a value, with what became of it. Offsets in the text that was expanded. */
export interface ResolvedVariable extends Variable {
  readonly found: VariableValue | undefined;
  /** What stands in its place. */
  readonly text: string;
  /**
   * `value`: its own; `operand`: the default or the replacement; `blank`: nothing, as compose has it when the variable is
   * not set (or, after `+`, must not be); `required`: there is none although `?` asks for it.
   */
  readonly outcome: 'value' | 'operand' | 'blank' | 'required';
  /** The operand after expansion, where it was looked at: a default, a replacement, or the message of `?`. */
  readonly expandedOperand?: string;
}

/** A stretch of the result and the stretch of the template that it came from. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** It is a variable's value, or what stands in the place of one. */
  readonly variable: boolean;
}

export interface Expansion {
  readonly text: string;
  /** Nothing in it was unset without a default, missing or malformed: compose has this very text. */
  readonly known: boolean;
  /** Those that count: an operand that is not used is not looked at. Nested ones after the one that holds them. */
  readonly variables: readonly ResolvedVariable[];
  readonly errors: readonly TemplateError[];
  readonly segments: readonly Segment[];
}

/**
 * Puts values in the place of variables as compose does. A variable that is not set is blank; what is malformed stays.
 * @see https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 */
export function expand(text: string, lookup: Lookup): Expansion {
  const template = readTemplate(text);
  const run = new Run(text, { variables: template.variables, lookup });
  const result = run.between({ from: 0, to: text.length, first: 0 });
  const known = template.errors.length === 0 && run.known;
  return { text: result, known, variables: run.resolved, errors: template.errors, segments: run.segments };
}

type Add = (piece: string, from: { readonly start: number; readonly end: number; readonly variable?: boolean }) => void;

class Run {
  readonly resolved: ResolvedVariable[] = [];
  readonly segments: Segment[] = [];
  known = true;
  readonly #text: string;
  readonly #variables: readonly Variable[];
  readonly #lookup: Lookup;
  #depth = 0;

  constructor(
    text: string,
    { variables, lookup }: { readonly variables: readonly Variable[]; readonly lookup: Lookup },
  ) {
    this.#text = text;
    this.#variables = variables;
    this.#lookup = lookup;
  }

  /** `first` is the index of the first variable that may be in the range. */
  between({ from, to, first }: { readonly from: number; readonly to: number; readonly first: number }): string {
    let result = '';
    let at = from;
    const add: Add = (piece, { start, end, variable = false }) => {
      if (this.#depth === 0 && piece !== '')
        this.segments.push({ from: result.length, to: result.length + piece.length, start, end, variable });
      result += piece;
    };
    for (let index = first; index < this.#variables.length; index += 1) {
      const variable = this.#variables[index];
      if (!variable || variable.start >= to) break;
      if (variable.start < at) continue;
      this.#literal({ from: at, to: variable.start, add });
      add(this.#resolve(variable, index), { start: variable.start, end: variable.end, variable: true });
      at = variable.end;
    }
    this.#literal({ from: at, to, add });
    return result;
  }

  /** `$$` is a dollar sign. */
  #literal({ from, to, add }: { readonly from: number; readonly to: number; readonly add: Add }): void {
    let at = from;
    for (let dollar = this.#text.indexOf('$$', at); dollar >= 0 && dollar + 1 < to;) {
      add(this.#text.slice(at, dollar + 1), { start: at, end: dollar + 1 });
      at = dollar + 2;
      dollar = this.#text.indexOf('$$', at);
    }
    add(this.#text.slice(at, to), { start: at, end: to });
  }

  #resolve(variable: Variable, index: number): string {
    const { name, operator = '', operand = '', end } = variable;
    const found = this.#lookup(name);
    const slot = this.resolved.length;
    const filled = found !== undefined && (found.value !== '' || !operator.startsWith(':'));
    const operandText = (): string => {
      this.#depth += 1;
      const text = this.between({ from: end - 1 - operand.length, to: end - 1, first: index + 1 });
      this.#depth -= 1;
      return text;
    };
    const settle = (text: string, outcome: ResolvedVariable['outcome'], expandedOperand?: string): string => {
      this.resolved.splice(slot, 0, {
        ...variable,
        found,
        text,
        outcome,
        ...(expandedOperand !== undefined && { expandedOperand }),
      });
      return text;
    };
    if (operator.endsWith('+')) {
      const text = filled ? operandText() : '';
      return settle(text, filled ? 'operand' : 'blank', ...(filled ? [text] : []));
    }
    if (filled) return settle(found.value, 'value');
    if (operator.endsWith('-')) {
      const text = operandText();
      return settle(text, 'operand', text);
    }
    this.known = false;
    return operator.endsWith('?') ? settle('', 'required', operandText()) : settle('', 'blank');
  }
}
