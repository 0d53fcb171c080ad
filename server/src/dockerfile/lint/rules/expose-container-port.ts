import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { exposedPorts } from '../ports.ts';

export const exposeContainerPort: Rule<DockerfileFile> = {
  id: 'expose-container-port',
  summary: 'Expose the port of the container alone',
  rationale: `\`EXPOSE\` says which port the container listens on. An address or a port of the host has no place in an image: it is
dropped in silence today, and will be an error. Ports are published when a container starts, by \`docker run -p\` or in a
compose file.`,
  severity: 'warning',
  codes: ['ExposeInvalidFormat'],
  tags: [1],
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nEXPOSE 8080:80\n', 'FROM alpine:3.20\nEXPOSE 127.0.0.1:8080:80/tcp\n'],
    good: ['FROM alpine:3.20\nEXPOSE 80\n', 'FROM alpine:3.20\nARG PORT\nEXPOSE ${PORT:-80}\n'],
  },
  *check(file) {
    for (const { host, port, protocol } of exposedPorts(file)) {
      if (host.text === '' || host.text === ':' || port.text === '') continue;
      const range = file.range(host);
      const kept = `${port.text}${protocol.text === '' ? '' : `/${protocol.text}`}`;
      yield {
        range,
        message: `An image cannot choose an address or port of the host. Expose ${kept}, and publish it when the container starts.`,
        fix: { title: `Expose ${kept}`, edits: [{ range, newText: '' }], safe: true },
      };
    }
  },
};
