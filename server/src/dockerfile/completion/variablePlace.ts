import type { Step } from '../model/step.ts';
import { tokenAt, type PhysicalLine, type Token } from './token.ts';

/** A place in an instruction, and what a completion there replaces. */
export interface InStep {
  readonly step: Step;
  readonly token: Token;
}

/** The name after `$` or `${`, or what follows the name in braces. */
export interface VariablePlace extends InStep {
  readonly kind: 'variable' | 'modifier';
  readonly braces: boolean;
  /** There is a `}` behind the token. */
  readonly closed: boolean;
}

/** What stands around the cursor. */
export interface Around {
  /** A variable's name is a place of its own. */
  readonly variables: boolean;
  /** The logical line before the cursor and behind it, without the keyword. */
  readonly before: string;
  readonly after: string;
  readonly line: PhysicalLine;
}

/** Instructions whose words nothing replaces; in `FROM` only what is not the stage's name. */
const fixed = new Set(['MAINTAINER', 'SHELL']);

/**
 * The variable whose name the cursor is in, where the build or a shell replaces it; `flag` is the word when that is a flag.
 */
export function variableAt(
  step: Step,
  { before, after, line }: Around,
  flag: string | undefined,
): VariablePlace | undefined {
  const [, brace = '', name, operator] = /\$(\{?)(\w*)([:#%/+?-]{0,2})$/.exec(before) ?? [];
  if (name === undefined || (operator !== '' && brace === '')) return undefined;
  const dollar = before.length - brace.length - name.length - (operator?.length ?? 0) - 1;
  if (before.charAt(dollar - 1) === step.escape || !isExpanded(step, before.slice(0, dollar), flag)) return undefined;
  if (operator !== undefined && operator !== '') {
    if (name === '' || brace === '') return undefined;
    return {
      kind: 'modifier',
      step,
      token: tokenAt(line, { typed: operator, rest: '' }),
      braces: true,
      closed: after.startsWith('}'),
    };
  }
  const rest = /^\w*/.exec(after)?.[0] ?? '';
  const token = tokenAt(line, { typed: name, rest });
  return { kind: 'variable', step, token, braces: brace !== '', closed: /^\w*[^\w\s]/.test(after) };
}

function isExpanded(step: Step, before: string, flag: string | undefined): boolean {
  if (flag !== undefined) {
    if (step.name === 'RUN') return !/(?:^|,)from=[^,]*$/.test(flag);
    return !flag.startsWith('--from=');
  }
  if (fixed.has(step.name)) return false;
  if (step.name === 'FROM') return /^(\s+--\S+)*\s+\S*$/.test(before);
  if (isShellRun(step.name)) return !/^(\s+--\S+)*\s*\[/.test(before);
  return (before.match(/'/g)?.length ?? 0) % 2 === 0;
}

function isShellRun(name: string): boolean {
  return name === 'RUN' || name === 'CMD' || name === 'ENTRYPOINT' || name === 'HEALTHCHECK';
}
