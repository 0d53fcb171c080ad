import { defineCommand } from '../command.ts';
import { prunableBuildCache, typeName } from './kinds/buildCache.ts';
import type { Prunable } from './plan.ts';
import { prune, type Scope } from './prune.ts';

/** Removes build cache, all of it or one type: what is selected from a list of what goes and what it frees. */
export const pruneBuildCache = defineCommand({
  id: 'gantry.buildCache.prune',
  title: 'Prune build cache…',
  placement: { title: { views: ['gantry.usage'], group: '2_prune@2' } },
  run: (context) => prune(context, { things: 'build cache', kinds: [prunableBuildCache], scopes }),
});

function scopes(items: readonly Prunable[]): Scope[] {
  const types = [...new Set(items.map(({ type = '' }) => type))].sort();
  const all: Scope = {
    label: 'All of it',
    detail: 'No build uses it just now',
    icon: 'layers',
    none: 'a build uses all of the build cache.',
    has: () => true,
  };
  const one = (type: string): Scope => ({
    label: `Only ${type}`,
    detail: typeName(type),
    icon: 'layers',
    none: `there is none of the type ${type}.`,
    has: (item) => item.type === type,
  });
  return types.length < 2 ? [all] : [all, ...types.map(one)];
}
