export type Operator = ':-' | '-' | ':+' | '+' | ':?' | '?';

/** `$NAME`, `${NAME}` or `${NAME:-operand}`; offsets in the text that was read. */
export interface Variable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Of the name. */
  readonly nameStart: number;
  readonly operator?: Operator;
  /** What follows the operator; its own variables are among the template's. */
  readonly operand?: string;
}

export interface TemplateError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Template {
  /** In the order of the text, nested ones after the one that holds them. */
  readonly variables: readonly Variable[];
  readonly errors: readonly TemplateError[];
}

const nothing: Template = { variables: [], errors: [] };

/**
 * Finds the variables of a value as compose does: `$$` is a dollar sign, a `$` that begins no name stays as it is,
 * operands may hold variables themselves. Compose replaces variables in values only, never in keys.
 * @see https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 */
export function readTemplate(text: string): Template {
  if (!text.includes('$')) return nothing;
  const variables: Variable[] = [];
  const errors: TemplateError[] = [];
  read(text, { from: 0, to: text.length, variables, errors });
  return { variables, errors };
}

interface Reading {
  readonly from: number;
  readonly to: number;
  readonly variables: Variable[];
  readonly errors: TemplateError[];
}

function read(text: string, { from, to, variables, errors }: Reading): void {
  let at = from;
  while (at < to) {
    at = text.indexOf('$', at);
    if (at < 0 || at >= to) return;
    const next = text.charAt(at + 1);
    if (next === '$') at += 2;
    else if (next === '{') at = readBraced(text, at, { from, to, variables, errors });
    else {
      const name = nameAt(text, at + 1, to);
      if (name !== '') variables.push({ name, start: at, end: at + 1 + name.length, nameStart: at + 1 });
      at += 1 + name.length;
    }
  }
}

/** Answers where to go on. */
function readBraced(text: string, start: number, { to, variables, errors }: Reading): number {
  const name = nameAt(text, start + 2, to);
  const after = start + 2 + name.length;
  const end = closingBrace(text, start, to);
  const fail = (message: string): number => {
    const stop = end < 0 ? lineEnd(text, start, to) : end + 1;
    errors.push({ start, end: stop, message: `${message} A dollar sign that is meant as such is written \`$$\`.` });
    return stop;
  };
  if (end < 0) return fail('This `${` is not closed with a `}`.');
  const inside = text.slice(start + 2, end);
  if (name === '')
    return fail(
      inside.trim() === ''
        ? 'A variable name is missing in the braces.'
        : `\`${inside}\` does not begin with a variable name.`,
    );
  if (after === end) {
    variables.push({ name, start, end: end + 1, nameStart: start + 2 });
    return end + 1;
  }
  const operator = /^:?[-+?]/.exec(text.slice(after, after + 2))?.[0] as Operator | undefined;
  if (operator === undefined)
    return fail(`After the name \`${name}\` only \`:-\`, \`-\`, \`:+\`, \`+\`, \`:?\` and \`?\` can follow.`);
  const operandStart = after + operator.length;
  const operand = text.slice(operandStart, end);
  variables.push({ name, start, end: end + 1, nameStart: start + 2, operator, operand });
  read(text, { from: operandStart, to: end, variables, errors });
  return end + 1;
}

function nameAt(text: string, from: number, to: number): string {
  return /^[_a-z][_a-z0-9]*/i.exec(text.slice(from, to))?.[0] ?? '';
}

/** The brace that closes the one after `start`; when the braces do not balance, the last one of the line. */
function closingBrace(text: string, start: number, to: number): number {
  const stop = lineEnd(text, start, to);
  let open = 0;
  for (let at = start; at < stop; at += 1) {
    const char = text.charAt(at);
    if (char === '{') open += 1;
    else if (char === '}') {
      open -= 1;
      if (open === 0) return at;
    }
  }
  const last = text.lastIndexOf('}', stop - 1);
  return last > start ? last : -1;
}

function lineEnd(text: string, from: number, to: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 || newline > to ? to : newline;
}
