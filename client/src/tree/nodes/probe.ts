import { formatAgo } from '../../ui/elapsed.ts';
import { formatDuration } from '../../ui/format.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const probe: NodeKind<'probe'> = {
  view({ probe: { startedAt, exitCode, output } }, now) {
    const passed = exitCode === 0;
    const said = output.trim().split('\n').at(-1) ?? '';
    const ended = passed ? 'passed' : `failed (${exitCode})`;
    return {
      label: formatAgo(startedAt, now),
      description: [ended, said].filter((part) => part !== '').join(' · '),
      icon: passed ? { id: 'pass', color: 'testing.iconPassed' } : { id: 'error', color: 'testing.iconFailed' },
      accessibilityLabel: `health check ${formatAgo(startedAt, now)}, ${ended}${said === '' ? '' : `, ${said}`}`,
      flags: [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ probe: { startedAt, endedAt, exitCode, output } }) =>
    facts('Health check', [
      ['Began', formatMoment(startedAt)],
      ['Took', formatDuration(endedAt - startedAt)],
      ['Exit code', String(exitCode)],
      [
        'Output',
        output
          .trim()
          .split('\n')
          .filter((line) => line !== ''),
      ],
    ]),
};
