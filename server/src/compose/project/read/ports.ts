import type { Piece, ScalarValue, Value } from '../model.ts';
import type { Service } from '../service.ts';

/** A port that a service publishes, whichever form it is written in. Ports may be ranges (`8000-8005`). */
export interface Port {
  /** The item of the list. */
  readonly item: Value;
  readonly form: 'short' | 'long';
  readonly hostIp?: Piece;
  /** On the host; any free one when absent. */
  readonly published?: Piece;
  /** In the container. */
  readonly target?: Piece;
  /** `tcp` when absent. */
  readonly protocol?: Piece;
  /** `host` or `ingress`; long form only. */
  readonly mode?: Piece;
}

/** The ports that a service publishes. Items that are neither text nor a mapping are left out. */
export function ports({ value }: Pick<Service, 'value'>): Port[] {
  return value.items('ports').flatMap((item): Port[] => {
    if (item.kind === 'sequence') return [];
    if (item.kind === 'scalar') return item.value === null ? [] : [shortPort(item)];
    const piece = (key: string, as = key): Partial<Record<string, Piece>> => {
      const scalar = item.scalar(key);
      return scalar ? { [as]: scalar } : {};
    };
    return [
      {
        item,
        form: 'long',
        ...piece('host_ip', 'hostIp'),
        ...piece('published'),
        ...piece('target'),
        ...piece('protocol'),
        ...piece('mode'),
      },
    ];
  });
}

/** `[[IP:][HOST]:]CONTAINER[/PROTOCOL]`; the IP may be a version 6 address, in brackets or not. */
export function shortPort(item: ScalarValue): Port {
  const { text } = item;
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const beforeTarget = text.lastIndexOf(':', end - 1);
  const beforePublished = beforeTarget < 0 ? -1 : text.lastIndexOf(':', beforeTarget - 1);
  const bracket = text.startsWith('[') && text.charAt(beforePublished - 1) === ']' ? 1 : 0;
  return {
    item,
    form: 'short',
    ...(beforePublished > 0 && { hostIp: item.part(bracket, beforePublished - bracket) }),
    ...(beforeTarget > beforePublished + 1 && { published: item.part(beforePublished + 1, beforeTarget) }),
    target: item.part(beforeTarget + 1, end),
    ...(slash >= 0 && { protocol: item.part(slash + 1) }),
  };
}
