import { serviceRule } from '../projectRule.ts';

/** What a container that shares each can do. */
const shared: Readonly<Record<string, string>> = {
  pid: 'see and stop every process of this machine',
  ipc: 'read the shared memory of this machine’s processes',
  network_mode: 'reach every port of this machine, and listen on any',
  userns_mode: 'be the root of this machine',
  uts: 'change the name of this machine',
  cgroup: 'see and change the limits of other processes',
};

export const noHostNamespaces = serviceRule({
  id: 'no-host-namespaces',
  summary: 'Give containers namespaces of their own',
  rationale:
    'What makes a container a container is that it has its own processes, memory, network and users. `host` takes that away for one of them. Publish ports instead of sharing the network; share with another service (`service:NAME`) what two containers need in common.',
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: [
      'services:\n  agent:\n    image: example/agent:1\n    pid: host\n',
      'services:\n  web:\n    image: nginx:1.27\n    network_mode: host\n',
    ],
    good: ['services:\n  web:\n    image: nginx:1.27\n    pid: service:db\n  db:\n    image: postgres:17\n'],
  },
  *check({ value }) {
    for (const [key, means] of Object.entries(shared)) {
      const mode = value.scalar(key);
      if (mode?.known === true && mode.text === 'host') yield { at: mode, message: `The container can ${means}.` };
    }
  },
});
