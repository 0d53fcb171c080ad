import { serviceRule } from '../projectRule.ts';

/** Capabilities that lead out of a container, and how. */
const broad: Readonly<Record<string, string>> = {
  ALL: 'everything',
  SYS_ADMIN: 'mounting file systems and nearly everything else',
  SYS_MODULE: 'loading code into the kernel',
  SYS_RAWIO: 'reading and writing the machine’s memory',
  SYS_PTRACE: 'looking into other processes',
  SYS_BOOT: 'restarting the machine',
  DAC_READ_SEARCH: 'reading any file of the machine',
  BPF: 'running programs in the kernel',
  PERFMON: 'watching the whole machine',
  MAC_ADMIN: 'changing security profiles',
  MAC_OVERRIDE: 'passing security profiles by',
};

export const noBroadCapabilities = serviceRule({
  id: 'no-broad-capabilities',
  summary: 'Add only capabilities that stay in the container',
  rationale:
    'Some capabilities are as good as being root on the machine. Add the one that is needed and no more: `NET_ADMIN` for a VPN, `NET_BIND_SERVICE` for a low port, `SYS_NICE`, `SYS_TIME`, `IPC_LOCK`.',
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx:1.27\n    cap_add: [ALL]\n',
      'services:\n  fuse:\n    image: example/fuse:1\n    cap_add:\n      - CAP_SYS_ADMIN\n',
    ],
    good: ['services:\n  web:\n    image: nginx:1.27\n    cap_drop: [ALL]\n    cap_add: [NET_BIND_SERVICE]\n'],
  },
  *check({ value }) {
    for (const item of value.items('cap_add')) {
      if (item.kind !== 'scalar') continue;
      const name = item.text.toUpperCase().replace(/^CAP_/, '');
      const allows = Object.hasOwn(broad, name) ? broad[name] : undefined;
      if (allows !== undefined)
        yield { at: item, message: `\`${item.text}\` allows ${allows}. Add only what the container needs.` };
    }
  },
});
