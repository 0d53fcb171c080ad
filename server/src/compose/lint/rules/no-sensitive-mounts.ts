import { posix } from '../../project/read/path.ts';
import { volumes } from '../../project/read/volumes.ts';
import { serviceRule } from '../projectRule.ts';

/** Folders and files of a machine that hold its keys, its users or what it runs. */
const secret =
  /^\/(?:etc(?:\/(?:passwd|shadow|sudoers|ssh|kubernetes).*)?|root(?:\/.*)?|run|var\/run|var\/lib\/(?:docker|containerd|kubelet)(?:\/.*)?|home)?$/;
/** Those that are looked at by tools that watch a machine; they are reported where they can be changed. */
const changed = /^\/(?:proc|sys|dev|boot|lib|usr|bin|sbin|var)$/;
/** A home, or the keys in one; `$HOME` has no value where nobody set it. */
const ofPerson =
  /^(?:~|\$\{?HOME\}?|\/(?:home|Users)\/[^/]+)(?:\/(?:\.ssh|\.aws|\.docker|\.kube|\.gnupg)(?:[/:].*)?|\/?(?::.*)?)$/;

export const noSensitiveMounts = serviceRule({
  id: 'no-sensitive-mounts',
  summary: 'Mount only what the container needs',
  rationale:
    'The root, `/etc`, `/root`, `/var/run`, the engine’s own files, your home and the keys in it give a container the machine or your accounts; `/proc`, `/sys`, `/dev`, `/usr` and the like do when it can write to them. Single files such as `/etc/localtime` are fine. The engine’s socket is another rule’s.',
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: [
      'services:\n  backup:\n    image: example/backup:1\n    volumes: ["/:/host"]\n',
      'services:\n  deploy:\n    image: example/deploy:1\n    volumes: ["~/.ssh:/root/.ssh:ro"]\n',
    ],
    good: [
      'services:\n  metrics:\n    image: prom/node-exporter:v1.8.2\n    volumes:\n      - /proc:/host/proc:ro\n      - /etc/localtime:/etc/localtime:ro\n      - ./data:/data\n',
    ],
  },
  *check(service) {
    for (const { type, source, readOnly, item } of volumes(service)) {
      if (!source || type !== 'bind') continue;
      const written =
        item.kind === 'scalar' ? item.written : item.kind === 'mapping' ? item.scalar('source')?.written : undefined;
      const path = posix(source.text);
      if (secret.test(path) || (!readOnly && changed.test(path)) || ofPerson.test(written ?? source.text))
        yield {
          at: source,
          message: `The container can ${readOnly ? 'read' : 'change'} \`${source.text}\` of this machine. Mount only the part that it needs.`,
        };
    }
  },
});
