import { hidesHeredocs } from '../model/heredoc.ts';
import type { Step } from '../model/step.ts';
import type { Mistake } from './mistake.ts';

/** Here-documents that nothing ends, or that BuildKit does not see. */
export function* checkHeredocs(step: Step): Iterable<Mistake> {
  const [first] = step.heredocs;
  if (first === undefined) return;
  const open = step.heredocs.find(({ closed }) => !closed);
  if (open !== undefined)
    yield {
      id: 'unterminated-heredoc',
      at: open,
      message: `The here-document never ends: ${open.name} must stand alone on a line, without blanks around it.`,
    };
  else if (hidesHeredocs(step.line.text))
    yield {
      id: 'hidden-heredoc',
      at: first,
      message: 'An open quote or a ${…} that Docker does not know is on this line, so the here-document is not read.',
    };
}
