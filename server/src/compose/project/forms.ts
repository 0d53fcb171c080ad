import { MappingValue, type Piece, ScalarValue, type Value, type ValueEntry } from './model.ts';
import { typeOf } from '../yaml/scalar.ts';

/** A text that is a part of another, as a value of its own. */
export function pieceValue(piece: Piece, { origin, known, variables }: ScalarValue): ScalarValue {
  return new ScalarValue({ origin, text: piece.text, value: piece.text, known, variables, within: piece });
}

/** A value that nobody wrote and a short form stands for; its place is that of the short form. */
export function implied(value: string | boolean | null, { origin }: Value): ScalarValue {
  return new ScalarValue({ origin, text: value === null ? '' : String(value), value });
}

/** `KEY=value` items as the entries of a mapping; of equal keys the later one, in the place of the first. */
export function pairsMapping(value: Value): MappingValue | undefined {
  if (value.kind === 'mapping') return value;
  const items = value.kind === 'sequence' ? value.items : [value];
  const entries = new Map<string, ValueEntry>();
  for (const item of items) {
    if (item.kind !== 'scalar' || item.value === null) return undefined;
    const equals = item.text.indexOf('=');
    const key = equals < 0 ? item.text : item.text.slice(0, equals);
    const before = entries.get(key)?.value;
    const made = equals < 0 ? implied(null, item) : pieceValue(item.part(equals + 1), item);
    entries.set(key, { key, at: item.part(0, key.length), value: before ? made.over(before) : made });
  }
  return new MappingValue([...entries.values()], placed(value));
}

/** A list of names as a mapping of them; `entry` makes what stands after each. */
export function namesMapping(value: Value, entry: (item: ScalarValue) => Value): MappingValue | undefined {
  if (value.kind === 'mapping') return value;
  if (value.kind !== 'sequence') return undefined;
  const entries = value.items.flatMap((item): ValueEntry[] =>
    item.kind === 'scalar' ? [{ key: item.text, at: item, value: entry(item) }] : [],
  );
  return new MappingValue([...new Map(entries.map((each) => [each.key, each])).values()], placed(value));
}

/** What a name in a list under `depends_on` stands for. */
export function plainDependency(item: ScalarValue): MappingValue {
  return new MappingValue(
    [
      { key: 'condition', at: item, value: implied('service_started', item) },
      { key: 'required', at: item, value: implied(true, item) },
    ],
    { origin: item.origin },
  );
}

/** The long form of `build`: a text is the context. */
export function buildMapping(value: Value): MappingValue | undefined {
  if (value.kind !== 'scalar') return value.kind === 'mapping' ? value : undefined;
  return new MappingValue([{ key: 'context', at: value, value }], placed(value));
}

/** `HOST: IP` and `HOST: [IP, …]` as items of a list. */
export function hostItems(value: Value): readonly Value[] {
  if (value.kind !== 'mapping') return itemsOf(value);
  return value.entries.flatMap(({ key, value: addresses }) =>
    itemsOf(addresses).flatMap((address): Value[] => {
      if (address.kind !== 'scalar') return [];
      const { origin, known, variables } = address;
      const text = `${key}=${address.text}`;
      return [new ScalarValue({ origin, text, value: text, known, variables })];
    }),
  );
}

/** The items of a list, or the one text in the place of a list. */
export function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'sequence') return value.items;
  return value.kind === 'scalar' && typeOf(value.value) !== 'null' ? [value] : [];
}

function placed({ origin, overrides, replaces }: Value): Pick<Value, 'origin' | 'overrides' | 'replaces'> {
  return { origin, overrides, replaces };
}
