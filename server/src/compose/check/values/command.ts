import type { Scalar } from '../../yaml/node.ts';
import type { Fault } from './fault.ts';

/** A command as compose divides it into words, without a shell (go-shellwords). */
export function* commandFaults(text: string, { style }: Scalar): Iterable<Fault> {
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") {
      if (at + 1 === text.length) yield { at: { from: at, to: at + 1 }, message: 'Nothing follows this backslash.' };
      at += 1;
    } else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') {
      quote = char;
      from = at;
    } else if (char === '(') {
      if (text.charAt(at - 1) !== '$') {
        yield parenthesis(at);
        return;
      }
      quote = ')';
      from = at;
    } else if (char === ')') {
      yield parenthesis(at);
      return;
    } else if (/[;&|<>]/.test(char)) {
      yield operator(text, at, style);
      return;
    }
  }
  if (quote !== '')
    yield {
      at: { from, to: from + 1 },
      message: `This \`${text.charAt(from)}\` is not closed, so the command cannot be divided into words.`,
    };
}

function parenthesis(at: number): Fault {
  return {
    at: { from: at, to: at + 1 },
    message: 'Compose runs no shell: put a text with parentheses in quotes, or the command in `sh -c "…"`.',
  };
}

function operator(text: string, from: number, style: Scalar['style']): Fault {
  const word = /^(?:&&|\|\||>>|<<|.)/.exec(text.slice(from))?.[0] ?? '';
  const list = `["sh", "-c", ${JSON.stringify(text)}]`;
  const fixable = style === 'plain' || style === 'single' || style === 'double';
  return {
    rule: 'command-needs-shell',
    at: { from, to: from + word.length },
    message: `Compose runs no shell and drops the command from \`${word}\` on. Run it with \`sh -c\`.`,
    ...(fixable && { fix: { title: 'Run it with sh -c', text: list, raw: true } }),
  };
}
