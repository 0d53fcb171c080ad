import { facts } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

export const process: NodeKind<'process'> = {
  view({ fields }) {
    const command = commandOf({ fields });
    const rest = fields.filter(([title]) => shown.has(title)).map(([title, value]) => `${title} ${value}`);
    return {
      label: command,
      description: rest.join(' · '),
      icon: { id: 'gear' },
      accessibilityLabel: `process ${command}, ${rest.join(', ')}`,
      flags: [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ fields }) => facts(commandOf({ fields }), fields),
};

/** Of the columns of `ps -ef` and its like, those that a person looks for; the others are in the tooltip. */
const shown: ReadonlySet<string> = new Set(['PID', 'UID', 'USER', 'TIME', '%CPU']);

function commandOf({ fields }: Pick<NodeOf<'process'>, 'fields'>): string {
  return fields.find(([title]) => /^(CMD|COMMAND)$/.test(title))?.[1] ?? fields.at(-1)?.[1] ?? '';
}
