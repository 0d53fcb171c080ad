import { serviceRule } from '../projectRule.ts';

export const noEngineApi = serviceRule({
  id: 'no-engine-api',
  summary: 'Give containers no access to the engine’s API',
  rationale:
    '`use_api_socket` gives a container the engine’s socket and your registry sign-ins: it can do anything on this machine, and push and pull as you.',
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: ['services:\n  tool:\n    image: docker:27-cli\n    use_api_socket: true\n'],
    good: ['services:\n  tool:\n    image: docker:27-cli\n'],
  },
  *check({ value }) {
    const flag = value.scalar('use_api_socket');
    if (flag?.value === true)
      yield { at: flag, message: 'With this, the container has your engine and your registry sign-ins.' };
  },
});
