import { describe, expect, it } from 'vitest';
import { applyFilter, filterFields, isFiltering, noFilter } from '../../../client/src/commands/prune/filter.ts';
import type { Prunable } from '../../../client/src/commands/prune/plan.ts';
import { ScriptedUi } from '../../support/ui.ts';

const now = Date.UTC(2026, 0, 31, 12);
const hour = 3_600_000;

function item(name: string, given: Partial<Prunable> = {}): Prunable {
  return {
    id: name,
    name,
    noun: 'image',
    why: '',
    age: '',
    bytes: 0,
    shares: false,
    usual: true,
    labels: {},
    family: '',
    ...given,
  };
}
const names = (items: readonly Prunable[], filter: Partial<typeof noFilter>): string[] =>
  applyFilter(items, { ...noFilter, ...filter }, now).map(({ name }) => name);

describe('what is to stay', () => {
  const items = [
    item('fresh', { since: now - hour }),
    item('day', { since: now - 30 * hour, labels: { keep: 'yes', 'com.example.tier': 'front' } }),
    item('old', { since: now - 1000 * hour, labels: { keep: '' } }),
    item('ageless'),
  ];

  it.each([
    [{}, 'fresh day old ageless'],
    [{ olderThan: '30m' }, 'fresh day old'],
    [{ olderThan: '24h' }, 'day old'],
    [{ olderThan: '2d' }, 'old'],
    [{ olderThan: '1w' }, 'old'],
    [{ olderThan: '52w' }, ''],
    [{ olderThan: '2026-01-30' }, 'old'],
    [{ olderThan: '2026-01-31' }, 'day old'],
    [{ label: 'keep' }, 'day old'],
    [{ label: '!keep' }, 'fresh ageless'],
    [{ label: 'keep=yes' }, 'day'],
    [{ label: '!keep=yes' }, 'fresh old ageless'],
    [{ label: 'com.example.*' }, 'day'],
    [{ label: '*=front' }, 'day'],
    [{ label: 'kee' }, ''],
    [{ label: '!keep', olderThan: '30m' }, 'fresh'],
    [{ keep: '1' }, 'day old ageless'],
    [{ keep: '4' }, ''],
  ] as const)('%j leaves %s', (filter, expected) => {
    expect(names(items, filter).join(' ')).toBe(expected);
  });

  it('the newest are kept of each family', () => {
    const families = [
      item('web:1', { family: 'web', since: 1 }),
      item('web:3', { family: 'web', since: 3 }),
      item('web:2', { family: 'web', since: 2 }),
      item('db:1', { family: 'db', since: 1 }),
      item('web-container', { family: 'web', since: 1, noun: 'container' }),
    ];
    expect(names(families, { keep: '1' })).toEqual(['web:1', 'web:2']);
    expect(names(families, { keep: '2' })).toEqual(['web:1']);
  });

  it('is typed into a form, which refuses what means nothing', async () => {
    const ui = new ScriptedUi();
    const filter = { ...noFilter };
    expect(isFiltering(filter)).toBe(false);
    const [age, label, keep] = filterFields(ui, filter);
    ui.onInput('Only older than', '7d', { rejected: ['x', '7', 'tomorrow', '7y', '31.1.2026'] })
      .onInput('Only with label', '!keep', { rejected: ['!', '=x'] })
      .onInput('Keep the newest', '3', { rejected: ['0', 'x', '-1', '1.5'] });
    await age?.edit();
    await label?.edit();
    await keep?.edit();
    expect(filter).toEqual({ olderThan: '7d', label: '!keep', keep: '3' });
    expect(isFiltering(filter)).toBe(true);
  });
});
