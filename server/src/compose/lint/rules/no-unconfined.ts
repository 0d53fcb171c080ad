import { serviceRule } from '../projectRule.ts';

/** Options that switch a protection off, and which. */
const off: readonly (readonly [option: RegExp, what: string])[] = [
  [/^seccomp[:=]unconfined$/i, 'the filter of system calls'],
  [/^apparmor[:=]unconfined$/i, 'its AppArmor profile'],
  [/^label[:=]disable$/i, 'its SELinux label'],
  [/^systempaths[:=]unconfined$/i, 'the cover over the kernel’s files'],
];

export const noUnconfined = serviceRule({
  id: 'no-unconfined',
  summary: 'Keep the security profiles of containers',
  rationale:
    'The engine’s profiles keep a container from system calls and files that hardly any program needs. Where one does, a profile of your own (`seccomp=./profile.json`) allows that one thing.',
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: ['services:\n  debug:\n    image: example/debug:1\n    security_opt:\n      - seccomp:unconfined\n'],
    good: [
      'services:\n  web:\n    image: nginx:1.27\n    security_opt:\n      - no-new-privileges:true\n      - seccomp=./profile.json\n',
    ],
  },
  *check({ value }) {
    for (const item of value.items('security_opt')) {
      if (item.kind !== 'scalar') continue;
      const what = off.find(([option]) => option.test(item.text))?.[1];
      if (what !== undefined) yield { at: item, message: `This takes ${what} from the container.` };
    }
  },
});
