import { components } from './components.ts';
import type { Stage } from './stage.ts';
import type { StageReference } from './stageReferences.ts';

/**
 * The references that close a circle: to a later stage which needs the one that it stands in, directly or not. The others of a
 * circle look back, as they should.
 */
export function circularReferences(
  stages: readonly Stage[],
  references: readonly StageReference[],
): ReadonlySet<StageReference> {
  const isForward = ({ stage, step }: StageReference): boolean => (stage?.index ?? -1) > step.stage.index;
  const forward = references.filter(isForward);
  if (forward.length === 0) return new Set();
  const needs = new Map(stages.map((stage) => [stage, new Set<Stage>()]));
  for (const { step, stage } of references) if (stage) needs.get(step.stage)?.add(stage);
  const groups = components(stages, (stage) => needs.get(stage) ?? []);
  return new Set(forward.filter(({ stage, step }) => stage && groups.get(stage) === groups.get(step.stage)));
}
