import type { ScalarValue } from '../../project/model.ts';
import { serviceRule } from '../projectRule.ts';

export const conflictingScale = serviceRule({
  id: 'conflicting-scale',
  summary: 'Say once how many containers a service has',
  rationale:
    '`scale` and `deploy.replicas` say the same. Compose refuses a service in which they differ, and numbers below zero. With `deploy.mode: global` there is one container a node, and `replicas` has no effect.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    scale: 2\n    deploy:\n      replicas: 3\n'],
    good: ['services:\n  web:\n    image: nginx\n    scale: 3\n    deploy:\n      replicas: 3\n'],
  },
  *check({ value }) {
    const deploy = value.mapping('deploy');
    const [scale, replicas] = [value.scalar('scale'), deploy?.scalar('replicas')];
    for (const [key, count] of [
      ['scale', scale],
      ['deploy.replicas', replicas],
    ] as const)
      if (numberOf(count) !== undefined && Number(count?.value) < 0)
        yield { at: count ?? value, message: `\`${key}\` cannot be below zero.` };
    const [wanted, given] = [numberOf(scale), numberOf(replicas)];
    if (scale && replicas && wanted !== undefined && given !== undefined && wanted !== given)
      yield {
        at: scale,
        message: `\`scale\` is ${wanted}, \`deploy.replicas\` is ${given}: leave one out, or make them equal.`,
        related: [{ at: replicas, message: 'The other number.' }],
      };
    if (replicas && deploy?.text('mode') === 'global')
      yield {
        at: deploy.entry('replicas')?.at ?? replicas,
        message: '`replicas` has no effect with `mode: global`.',
        severity: 'warning',
      };
  },
});

function numberOf(scalar: ScalarValue | undefined): number | undefined {
  return scalar?.known === true && typeof scalar.value === 'number' ? scalar.value : undefined;
}
