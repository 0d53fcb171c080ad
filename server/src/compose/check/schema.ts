import type { ComposePart } from '../document.ts';
import { anything, shapeOfKey } from '../schema/lookup.ts';
import type { MappingShape, Shape } from '../schema/shape.ts';
import type { EffectiveEntry } from '../yaml/anchors.ts';
import type { Mapping, Scalar, Sequence, YamlNode } from '../yaml/node.ts';
import { type Report, underline } from './report.ts';
import { checkScalar } from './scalar.ts';
import { invalidName, missingKey, repeatedItem, unknownKey, wrongType } from './wording.ts';

/** A mapping on the way to the node that is looked at. */
export interface Level {
  readonly shape: MappingShape;
  readonly node: Mapping;
  /** The key under which it stands; empty for the root and items of lists. */
  readonly key: string;
}

/**
 * Holds a file against the schema. It follows aliases and merges to where they lead and reports there, once; values with
 * variables are unknown and not checked; `!reset` removes what it stands on.
 */
export class SchemaCheck {
  readonly reports: Report[] = [];
  private readonly part: ComposePart;
  private readonly visited = new Map<YamlNode, Set<Shape>>();
  private readonly levels: Level[] = [];

  constructor(part: ComposePart) {
    this.part = part;
  }

  check(node: YamlNode, shape: Shape, key = ''): void {
    if (shape.any === true || node.tag === '!reset') return;
    const target = this.part.anchors.resolve(node);
    if (!target || target.tag === '!reset' || this.seen(target, shape)) return;
    if (target.kind === 'mapping' && shape.mapping) this.mapping(target, shape.mapping, key);
    else if (target.kind === 'sequence' && shape.sequence) this.sequence(target, shape);
    else if (target.kind === 'scalar' && shape.scalar) this.reports.push(...checkScalar(target, shape));
    else this.reports.push(wrongType(target, shape, { key, at: underline(target) }));
  }

  private seen(node: YamlNode, shape: Shape): boolean {
    const shapes = this.visited.get(node);
    if (shapes?.has(shape) === true) return true;
    if (shapes) shapes.add(shape);
    else this.visited.set(node, new Set([shape]));
    return false;
  }

  private mapping(node: Mapping, shape: MappingShape, key: string): void {
    const entries = this.part.anchors.entries(node);
    this.levels.push({ shape, node, key });
    for (const effective of entries.values()) this.entry(effective, shape);
    for (const name of shape.required ?? [])
      if (!entries.has(name) && !this.mayComeFromElsewhere())
        this.reports.push(missingKey(node, name, underline(node)));
    this.levels.pop();
  }

  private entry({ entry }: EffectiveEntry, shape: MappingShape): void {
    const { key, value, complete } = entry;
    const found = shapeOfKey(shape, key.text);
    if (found) {
      if (found.deprecated !== undefined)
        this.reports.push({
          rule: 'deprecated-key',
          start: key.start,
          end: key.end,
          message: `\`${key.text}\` is obsolete: ${found.deprecated}`,
        });
      if (complete && found !== anything) this.check(value, found, key.text);
    } else if (complete) this.unknown(key, value, shape);
  }

  private unknown(key: Scalar, value: YamlNode, shape: MappingShape): void {
    const level = this.levels.at(-1);
    // What is no text, is a key of its own mistake.
    if (key.type !== 'string' && !Object.hasOwn(shape.keys, key.text)) return;
    if (shape.names && Object.keys(shape.keys).length === 0) this.reports.push(invalidName(key, shape.names));
    else if (level) this.reports.push(unknownKey({ key, value, shape, levels: this.levels }));
  }

  private sequence({ items }: Sequence, shape: Shape): void {
    const { sequence } = shape;
    if (!sequence) return;
    for (const item of items) this.check(item, sequence.items);
    if (sequence.unique !== true || items.length < 2) return;
    const seen = new Map<string, YamlNode>();
    for (const item of items) {
      const target = this.part.anchors.resolve(item);
      if (target?.kind !== 'scalar') continue;
      const value = JSON.stringify(target.value);
      const first = seen.get(value);
      if (first) this.reports.push(repeatedItem(item, first));
      else seen.set(value, item);
    }
  }

  /**
   * An override file, and a service that extends another, get what they lack from there. Items of lists do not, nor does
   * `extends` itself.
   */
  private mayComeFromElsewhere(): boolean {
    const [, , service, ...inside] = this.levels;
    if (inside.some(({ key }) => key === '' || key === 'extends')) return false;
    return this.part.partial || (service !== undefined && this.part.anchors.entries(service.node).has('extends'));
  }
}
