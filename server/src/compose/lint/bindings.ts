import type { Piece } from '../project/model.ts';
import type { Project } from '../project/project.ts';
import { type Port, ports } from '../project/read/ports.ts';
import type { Service } from '../project/service.ts';

/** What a service takes of this machine's ports. */
export interface Binding {
  readonly service: Service;
  readonly at: Piece;
  readonly ip: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** A range for one container port: any free one of it is taken. */
  readonly any: boolean;
}

/** The ports of this machine that a project's services take, as far as they are known, in the order of the file. */
export function bindingsOf({ services }: Project): Binding[] {
  return Array.from(services.values()).flatMap((service) =>
    ports(service).flatMap((port) => bindingOf(service, port) ?? []),
  );
}

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

type Taken = Pick<Binding, 'ip' | 'protocol' | 'from' | 'to' | 'any'>;

/** Whether only one of two can have its port, when both are there. */
export function collide(one: Taken, other: Taken): boolean {
  if (one.any || other.any || one.protocol !== other.protocol) return false;
  if (one.from > other.to || other.from > one.to) return false;
  return one.ip === other.ip || isWildcard(one.ip) || isWildcard(other.ip);
}

function isWildcard(ip: string): boolean {
  return ['', '0.0.0.0', '::', '[::]'].includes(ip);
}
