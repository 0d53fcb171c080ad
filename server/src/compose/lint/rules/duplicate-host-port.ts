import type { Piece } from '../../project/model.ts';
import { type Port, ports } from '../../project/read/ports.ts';
import { neverTogether } from '../../project/read/together.ts';
import type { Service } from '../../project/service.ts';
import { projectRule } from '../projectRule.ts';

interface Binding {
  readonly service: Service;
  readonly at: Piece;
  readonly ip: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** A range for one container port: any free one of it is taken. */
  readonly any: boolean;
}

export const duplicateHostPort = projectRule({
  id: 'duplicate-host-port',
  summary: 'Publish each port of this machine once',
  rationale:
    'A port of this machine, with its address and protocol, belongs to one container: the second one that wants it does not start. Services that never run together, because their profiles differ, may share one.',
  severity: 'warning',
  codes: ['no-duplicate-exported-ports'],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n  api:\n    image: example/api\n    ports: ["8080:3000"]\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n  api:\n    image: example/api\n    ports: ["8081:3000", "8080:80/udp"]\n',
    ],
  },
  *check(project) {
    const taken: Binding[] = [];
    for (const service of project.services.values())
      for (const port of ports(service)) {
        const binding = bindingOf(service, port);
        if (!binding) continue;
        const other = taken.find((each) => collide(each, binding));
        if (other)
          yield {
            at: binding.at,
            message:
              other.service === service
                ? `Port ${binding.at.text} is published by this service already.`
                : `\`${other.service.name}\` publishes port ${other.at.text}, too.`,
            related: [{ at: other.at, message: 'The other port.' }],
          };
        taken.push(binding);
      }
  },
});

function bindingOf(service: Service, { published, target, hostIp, protocol, mode }: Port): Binding | undefined {
  if (!published?.known || hostIp?.known === false || protocol?.known === false || mode?.text === 'ingress')
    return undefined;
  const [, start = '', end = start] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(published.text) ?? [];
  const [from, to] = [Number(start), Number(end)];
  if (start === '' || from === 0 || to < from) return undefined;
  return {
    service,
    at: published,
    ip: hostIp?.text ?? '',
    protocol: protocol?.text.toLowerCase() ?? 'tcp',
    from,
    to,
    any: to > from && target?.text.includes('-') !== true,
  };
}

function collide(one: Binding, other: Binding): boolean {
  if (one.any || other.any || one.protocol !== other.protocol) return false;
  if (one.from > other.to || other.from > one.to) return false;
  if (one.service !== other.service && neverTogether(one.service, other.service)) return false;
  return one.ip === other.ip || isWildcard(one.ip) || isWildcard(other.ip);
}

function isWildcard(ip: string): boolean {
  return ['', '0.0.0.0', '::', '[::]'].includes(ip);
}
