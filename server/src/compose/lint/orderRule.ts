import type { Finding, Rule } from '../../lint/rule.ts';
import { styleOf } from '../completion/format.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { blocksOf, canMove, rearranged } from '../format/blocks.ts';
import { Lines } from '../format/lines.ts';
import type { Mapping, Sequence, YamlNode } from '../yaml/node.ts';
import type { ComposeFile } from './file.ts';

/** Something whose keys or items should be in an order. */
export interface Ordered {
  readonly node: Mapping | Sequence;
  /** For each place, the number of the key or item that should come there. */
  readonly order: readonly number[];
}

/** A rule about the order of keys or items: the first that stands too late is reported, and all are moved at once. */
export function orderRule({
  orders,
  ...described
}: Omit<Rule<ComposeFile>, 'check' | 'severity' | 'codes'> & {
  readonly orders: (part: ComposePart) => Iterable<Ordered>;
}): Rule<ComposeFile> {
  return {
    ...described,
    severity: 'off',
    codes: [],
    *check({ document }) {
      let lines: Lines | undefined;
      for (const part of document.parts)
        for (const ordered of orders(part)) {
          const at = ordered.order.findIndex((from, to) => from !== to);
          if (at < 0) continue;
          lines ??= new Lines(document);
          yield finding(ordered, { at, part, document, lines });
        }
    },
  };
}

interface Scene {
  /** The first place where something else should stand. */
  readonly at: number;
  readonly part: ComposePart;
  readonly document: ComposeDocument;
  readonly lines: Lines;
}

function finding({ node, order }: Ordered, { at, part, document, lines }: Scene): Finding {
  const [late, before] = [order[at] ?? at, at].map((index) => placeOf(node, index));
  const edit = canMove(node, part, order) ? moves(node, { order, document, lines }) : undefined;
  return {
    range: document.range(late ?? node),
    message: `\`${textOf(late)}\` belongs before \`${textOf(before)}\`.`,
    ...(edit && { fix: { title: 'Put all in order', edits: [edit], safe: true } }),
  };
}

function moves(
  node: Mapping | Sequence,
  { order, document, lines }: Pick<Scene, 'document' | 'lines'> & Pick<Ordered, 'order'>,
): NonNullable<Finding['fix']>['edits'][number] | undefined {
  const blocks = blocksOf(node, lines);
  const [from, to] = [blocks?.[0]?.from, blocks?.at(-1)?.to];
  if (!blocks || from === undefined || to === undefined) return undefined;
  const last = lines.all[to - 1]?.text.length ?? 0;
  const texts = lines.all.map(({ text }) => text);
  return {
    range: { start: { line: from, character: 0 }, end: { line: to - 1, character: last } },
    newText: rearranged(texts, { blocks, order }).join(styleOf(document).eol),
  };
}

function placeOf(node: Mapping | Sequence, index: number): YamlNode | undefined {
  return node.kind === 'mapping' ? node.entries[index]?.key : node.items[index];
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

/** The order of words as people sort them: `9` before `10`. */
export function alphabetical(words: readonly string[]): number[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return words.map((_, index) => index).sort((a, b) => compare(words[a] ?? '', words[b] ?? '') || a - b);
}

/** The services of a file that are mappings of their own. */
export function* serviceNodes(part: ComposePart): Iterable<Mapping> {
  const services = servicesOf(part);
  for (const { value } of services?.entries ?? []) if (value.kind === 'mapping') yield value;
}

export function servicesOf({ root }: ComposePart): Mapping | undefined {
  const services = root?.kind === 'mapping' ? root.get('services')?.value : undefined;
  return services?.kind === 'mapping' ? services : undefined;
}
