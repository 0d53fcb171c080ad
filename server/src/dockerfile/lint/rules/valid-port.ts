import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { expanded, exposedPorts } from '../ports.ts';

export const validPort: Rule<DockerfileFile> = {
  id: 'valid-port',
  summary: 'Expose ports up to 65535',
  rationale: `A port is a number of 16 bits. A greater one cannot be listened on, and BuildKit refuses it.

Unlike with hadolint, the value of a variable counts where the file gives one.`,
  severity: 'error',
  codes: ['DL3011'],
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nEXPOSE 80 80800\n', 'FROM alpine:3.20\nENV PORT=70000\nEXPOSE $PORT/tcp\n'],
    good: ['FROM alpine:3.20\nEXPOSE 80 8000-8010/udp\n', 'FROM alpine:3.20\nARG PORT\nEXPOSE $PORT\n'],
  },
  *check(file) {
    for (const { port } of exposedPorts(file)) {
      const value = expanded(file, port) ?? '';
      const high = /^\d+(-\d+)?$/.test(value) && value.split('-').some((number) => Number(number) > 65_535);
      if (high) yield { range: file.range(port), message: `Ports go up to 65535; ${value} is no port.` };
    }
  },
};
