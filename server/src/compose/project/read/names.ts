import type { Located, MappingValue, Piece, ScalarValue, Value } from '../model.ts';
import type { Service } from '../service.ts';

/** A name with what is said of it, where a list of names or a mapping by name may stand. */
export interface NamedValue {
  readonly name: string;
  /** The name itself: a key, or an item of a list. */
  readonly at: Located;
  /** False when a variable in the name has no value here. Keys have no variables. */
  readonly known: boolean;
  /** What stands below the name; absent in a list, and where nothing does. */
  readonly value?: MappingValue;
}

/** The networks that a service is in, as written; none when nothing is written, although it is in `default` then. */
export function networks({ value }: Pick<Service, 'value'>): NamedValue[] {
  return named(value.get('networks'));
}

export interface Dependency extends NamedValue {
  /** `service_started` unless written. */
  readonly condition: string;
  readonly required: boolean;
}

/** The services that must be there first, by `depends_on`. */
export function dependencies({ value }: Pick<Service, 'value'>): Dependency[] {
  return named(value.get('depends_on')).map((dependency) =>
    Object.assign(dependency, {
      condition: dependency.value?.text('condition') ?? 'service_started',
      required: dependency.value?.scalar('required')?.value !== false,
    }),
  );
}

/** A secret or a config that a service is given. */
export interface Grant {
  readonly item: Value;
  /** The name of the secret or config. */
  readonly source: Piece;
  readonly target?: Piece;
}

/** The `secrets` or `configs` of a service, or the `secrets` of its build. */
export function grants(owner: MappingValue | undefined, key: 'secrets' | 'configs'): Grant[] {
  return (owner?.items(key) ?? []).flatMap((item): Grant[] => {
    if (item.kind === 'scalar') return item.value === null ? [] : [{ item, source: item }];
    const [source, target] = item.kind === 'mapping' ? [item.scalar('source'), item.scalar('target')] : [];
    return source ? [{ item, source, ...(target && { target }) }] : [];
  });
}

/** The services that a service is bound to by another key than `depends_on` (loader/normalize.go). */
export function impliedDependencies({
  value,
}: Pick<Service, 'value'>): { readonly key: string; readonly name: Piece }[] {
  const shared = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'].flatMap((key) => {
    const scalar = value.scalar(key);
    const name = scalar && after(scalar, 'service:');
    return name ? [{ key, name }] : [];
  });
  const listed = ['links', 'volumes_from'].flatMap((key) =>
    value.items(key).flatMap((item) => {
      if (item.kind !== 'scalar' || (key === 'volumes_from' && item.text.startsWith('container:'))) return [];
      const colon = item.text.indexOf(':');
      return [{ key, name: colon < 0 ? item : item.part(0, colon) }];
    }),
  );
  return [...shared, ...listed];
}

function after(scalar: ScalarValue, prefix: string): Piece | undefined {
  return scalar.text.startsWith(prefix) ? scalar.part(prefix.length) : undefined;
}

/** What a list of names or a mapping by name holds. */
export function named(value: Value | undefined): NamedValue[] {
  if (value?.kind === 'sequence')
    return value.items.flatMap((item) =>
      item.kind === 'scalar' && item.value !== null ? [{ name: item.text, at: item, known: item.known }] : [],
    );
  if (value?.kind !== 'mapping') return [];
  return value.entries.map((entry) => ({
    name: entry.key,
    at: entry.at,
    known: true,
    ...(entry.value.kind === 'mapping' && { value: entry.value }),
  }));
}
