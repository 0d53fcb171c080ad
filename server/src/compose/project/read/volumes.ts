import type { Piece, ScalarValue, Value } from '../model.ts';
import type { Service } from '../service.ts';

/** Something that is mounted into a service, whichever form it is written in. */
export interface Mount {
  /** The item of the list. */
  readonly item: Value;
  readonly form: 'short' | 'long';
  /** `volume`, `bind`, `tmpfs`, `cluster`, `npipe`, `image` or what was written. */
  readonly type: string;
  /** A path, the name of a volume or an image; absent for an anonymous volume. */
  readonly source?: Piece;
  readonly target?: Piece;
  /** Of the short form, what stands between commas after the second colon. */
  readonly options: readonly Piece[];
  readonly readOnly: boolean;
  /** Of the short form: what the loader refuses. */
  readonly fault?: { readonly at: Piece; readonly kind: 'empty' | 'empty-section' | 'too-many-colons' };
}

/** What is mounted into a service. Items that are neither text nor a mapping are left out. */
export function volumes({ value }: Pick<Service, 'value'>): Mount[] {
  return value.items('volumes').flatMap((item): Mount[] => {
    if (item.kind === 'sequence') return [];
    if (item.kind === 'scalar') return item.value === null ? [] : [shortMount(item)];
    const [source, target, type] = [item.scalar('source'), item.scalar('target'), item.text('type')];
    return [
      {
        item,
        form: 'long',
        type: type ?? '',
        ...(source && { source }),
        ...(target && { target }),
        options: [],
        readOnly: item.scalar('read_only')?.value === true,
      },
    ];
  });
}

/** `[SOURCE:]TARGET[:OPTION,…]`; a Windows drive's colon is part of its path, and so are those in `${…}` (format/volume.go). */
export function shortMount(item: ScalarValue): Mount {
  const { text } = item;
  if (text.length <= 2) {
    const base = { item, form: 'short', type: 'volume', options: [], readOnly: false } as const;
    return text === '' ? { ...base, fault: { at: item, kind: 'empty' } } : { ...base, target: item.part(0) };
  }
  const [first, second, third, ...more] = sections(text);
  const piece = (section: Section): Piece => item.part(section.from, section.to);
  const [source, target] = second ? [first, second] : [undefined, first];
  const options = third ? optionsOf(item, third) : [];
  const extra = more[0];
  const empty = [first, second, third].find((section) => section && section.from === section.to);
  return {
    item,
    form: 'short',
    type: source && isPath(text.slice(source.from, source.to)) ? 'bind' : 'volume',
    ...(source && { source: piece(source) }),
    ...(target && { target: piece(target) }),
    options,
    readOnly: options.findLast(({ text: word }) => word === 'ro' || word === 'rw')?.text === 'ro',
    ...(empty && { fault: { at: item, kind: 'empty-section' } }),
    ...(extra && { fault: { at: piece(extra), kind: 'too-many-colons' } }),
  };
}

/** Whether the source of a mount is a path and not the name of a volume. */
export function isPath(source: string): boolean {
  return /^([./~\\]|[a-zA-Z]:[\\/])/.test(source);
}

interface Section {
  readonly from: number;
  readonly to: number;
}

function sections(text: string): Section[] {
  const found: Section[] = [];
  let from = 0;
  let braces = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '{') braces += 1;
    else if (char === '}') braces -= 1;
    const drive = at === from + 1 && /[a-zA-Z]/.test(text.charAt(from)) && /[\\/]/.test(text.charAt(at + 1));
    if (at < text.length && (char !== ':' || braces > 0 || drive)) continue;
    found.push({ from, to: at });
    from = at + 1;
  }
  return found;
}

function optionsOf(item: ScalarValue, { from, to }: Section): Piece[] {
  let at = from;
  return item.text
    .slice(from, to)
    .split(',')
    .map((word) => {
      const piece = item.part(at, at + word.length);
      at += word.length + 1;
      return piece;
    });
}
