import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { exposedPorts } from '../ports.ts';

export const lowercaseProtocol: Rule<DockerfileFile> = {
  id: 'lowercase-protocol',
  summary: 'Write the protocol of a port in lower case',
  rationale: `\`EXPOSE 53/UDP\` and \`53/udp\` are the same to the build, but in lower case the port looks as it does in the
image's configuration, in \`docker ps\` and in compose files.`,
  severity: 'warning',
  codes: ['ExposeProtoCasing'],
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nEXPOSE 53/UDP 80/Tcp\n'],
    good: ['FROM alpine:3.20\nEXPOSE 53/udp 80/tcp 8080\n', 'FROM alpine:3.20\nARG PROTOCOL\nEXPOSE 53/$PROTOCOL\n'],
  },
  *check(file) {
    for (const { protocol } of exposedPorts(file)) {
      const lower = protocol.text.toLowerCase();
      if (protocol.text === lower || !/^[a-z]+$/.test(lower)) continue;
      const range = file.range(protocol);
      yield {
        range,
        message: `Write the protocol in lower case: ${lower}.`,
        fix: { title: `Write ${lower}`, edits: [{ range, newText: lower }], safe: true },
      };
    }
  },
};
