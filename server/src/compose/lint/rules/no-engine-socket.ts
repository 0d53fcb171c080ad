import { posix } from '../../project/read/path.ts';
import { volumes } from '../../project/read/volumes.ts';
import { serviceRule } from '../projectRule.ts';

/** The sockets of engines: Docker, Podman, containerd, CRI-O; also of a rootless one. */
const sockets = /(?:^|\/)(?:docker|podman|containerd|crio)(?:\.raw)?\.sock$|docker_engine$/;

export const noEngineSocket = serviceRule({
  id: 'no-engine-socket',
  summary: 'Keep the engine’s socket out of containers',
  rationale:
    'Whoever can talk to the engine can start a privileged container, and so has the machine. Mounting the socket read-only changes nothing: requests are written to it all the same. Where a tool needs it, put a proxy between that lets through what it needs, and ignore this here.',
  severity: 'warning',
  codes: [],
  group: 'security',
  examples: {
    bad: [
      'services:\n  proxy:\n    image: traefik:v3.1\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n',
    ],
    good: ['services:\n  web:\n    image: nginx:1.27\n    volumes: ["./site:/usr/share/nginx/html:ro"]\n'],
  },
  *check(service) {
    for (const { type, source } of volumes(service))
      if (source && (type === 'bind' || type === 'npipe') && sockets.test(posix(source.text.replaceAll('\\', '/'))))
        yield {
          at: source,
          message: 'With the engine’s socket, this container can do anything on this machine, read-only or not.',
        };
  },
});
