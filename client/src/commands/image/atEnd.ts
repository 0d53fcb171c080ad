import type { CreateContainerOptions } from '../../engine/engine.ts';
import type { Ui } from '../../ui/ui.ts';
import type { Field } from '../form.ts';

/** What is done when a container's process ends: kept, removed (`--rm`), or started again (`--restart`). */
export const atEnds = ['keep', 'remove', 'on-failure', 'unless-stopped', 'always'] as const;
export type AtEnd = (typeof atEnds)[number];

const words: Readonly<Record<AtEnd, readonly [string, string]>> = {
  keep: ['keep it', 'It stands still until it is started again'],
  remove: ['remove it (--rm)', 'With what was written into it, and its anonymous volumes'],
  'on-failure': ['restart it after a failure', 'When its exit code is not 0'],
  'unless-stopped': ['restart it unless stopped', 'Also when the engine starts, but not when you have stopped it'],
  always: ['restart it always', 'Also when the engine starts'],
};

export function atEndField(ui: Ui, answers: { atEnd: AtEnd }): Field {
  return {
    label: 'When it ends',
    value: words[answers.atEnd][0],
    icon: 'trash',
    async edit() {
      const choices = atEnds.map((value) => ({
        label: words[value][0],
        description: words[value][1],
        picked: value === answers.atEnd,
        value,
      }));
      answers.atEnd = (await ui.pick({ title: 'When it ends', choices })) ?? answers.atEnd;
    },
  };
}

/** What the answer means to the engine. */
export function endOptions(atEnd: AtEnd): Pick<CreateContainerOptions, 'autoRemove' | 'restart'> {
  if (atEnd === 'keep' || atEnd === 'remove') return { autoRemove: atEnd === 'remove' };
  return { autoRemove: false, restart: { name: atEnd } };
}

/** The answer that a container's own options stand for. */
export function atEndOf({ autoRemove = false, restart }: CreateContainerOptions): AtEnd {
  if (autoRemove) return 'remove';
  return restart === undefined || restart.name === 'no' ? 'keep' : restart.name;
}
