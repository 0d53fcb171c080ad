import type { Swarm } from '../../engine/port/swarm.ts';
import type { Answer, Question } from '../../store/details.ts';
import { swarmGroups, type TreeNode } from '../node.ts';
import { answered } from './answered.ts';
import { byName } from './sort.ts';

export const swarmQuestion: Question = { about: 'swarm', of: '' };

/** The rows of the Swarm's view; none while the engine is no manager. */
export function swarmRoots(answer: Answer<Swarm | undefined> | undefined): readonly TreeNode[] {
  if (answer?.ok === true && answer.value === undefined) return [];
  return answered(answer, { of: 'swarm', question: swarmQuestion, empty: '' }, (swarm) =>
    swarm
      ? swarmGroups.map((group) => ({ kind: 'swarmGroup', id: `swarm/${group}`, group, swarm: sorted(swarm) }))
      : [],
  );
}

function sorted({ configs, nodes, secrets, services }: Swarm): Swarm {
  const named = <T extends { readonly name: string }>(all: readonly T[]): T[] =>
    [...all].sort((a, b) => byName(a.name, b.name));
  return {
    nodes: [...nodes].sort((a, b) => byName(a.hostname, b.hostname)),
    services: named(services),
    secrets: named(secrets),
    configs: named(configs),
  };
}
