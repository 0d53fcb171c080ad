import type { Step } from '../model/step.ts';
import type { Mistake } from './mistake.ts';

/** What cannot stand behind `ONBUILD`. */
export const noTriggers: ReadonlySet<string> = new Set(['FROM', 'MAINTAINER', 'ONBUILD']);

/** `ONBUILD ONBUILD`, `ONBUILD FROM`, `ONBUILD MAINTAINER`. */
export function* checkOnbuild(step: Step): Iterable<Mistake> {
  const [trigger] = step.words;
  const name = trigger?.text.toUpperCase() ?? '';
  if (trigger === undefined || !noTriggers.has(name)) return;
  yield {
    id: 'onbuild-trigger',
    at: trigger,
    message: `${name} cannot stand behind ONBUILD.`,
    codes: ['DL3043'],
  };
}
