import { hidesHeredocs } from '../model/heredoc.ts';
import type { Step } from '../model/step.ts';
import type { Heredoc } from '../model/heredoc.ts';
import type { Mistake, Repair } from './mistake.ts';

/** Here-documents that nothing ends, or that BuildKit does not see. */
export function* checkHeredocs(step: Step): Iterable<Mistake> {
  const [first] = step.heredocs;
  if (first === undefined) return;
  const open = step.heredocs.find(({ closed }) => !closed);
  if (open !== undefined) {
    const fix = closeIt(step, open);
    yield {
      id: 'unterminated-heredoc',
      at: open,
      message: `The here-document never ends: ${open.name} must stand alone on a line, without blanks around it.`,
      ...(fix && { fix }),
    };
  } else if (hidesHeredocs(step.line.text))
    yield {
      id: 'hidden-heredoc',
      at: first,
      message: 'An open quote or a ${…} that Docker does not know is on this line, so the here-document is not read.',
    };
}

/** Where the name stands alone but for blanks, these go. */
function closeIt(step: Step, { name, body }: Heredoc): Repair | undefined {
  const text = step.textOf(body);
  const pattern = new RegExp(`^([ \\t]*)${name.replaceAll(/[^\w\s]/g, String.raw`\$&`)}([ \\t]*)\\r?$`, 'm');
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [, before = '', after = ''] = found;
  const start = body.start + found.index;
  const end = start + before.length + name.length;
  return {
    title: `Take away the blanks around ${name}`,
    edits: [
      { start, end: start + before.length, newText: '' },
      { start: end, end: end + after.length, newText: '' },
    ].filter((edit) => edit.start < edit.end),
    safe: false,
  };
}
