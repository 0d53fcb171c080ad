import { anything, shapeOfKey } from '../schema/lookup.ts';
import type { MappingShape, Shape } from '../schema/shape.ts';
import type { EffectiveEntry } from '../yaml/anchors.ts';
import type { Mapping, Scalar, Sequence, YamlNode } from '../yaml/node.ts';
import { type Report, underline } from './report.ts';
import { groupChecks } from './groups/groups.ts';
import { View } from './groups/view.ts';
import { checkEntry } from './entry.ts';
import { checkScalar } from './scalar.ts';
import { checkTag } from './tag.ts';
import type { Walk } from './walk.ts';
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
  private readonly walk: Walk;
  private readonly partial: boolean;
  private readonly layer: boolean;
  private readonly includes: boolean;
  private readonly levels: Level[] = [];

  /** `partial`: the file is merged over another; `layer`: what keys need together may come from another; `includes`: it is merged over files that it names. */
  constructor(
    walk: Walk,
    { partial, layer, includes }: { readonly partial: boolean; readonly layer: boolean; readonly includes: boolean },
  ) {
    this.layer = layer;
    this.walk = walk;
    this.partial = partial;
    this.includes = includes;
  }

  check(node: YamlNode, shape: Shape, key = ''): void {
    if (shape.any === true) return;
    if (node.tag?.startsWith('!') === true) this.report(checkTag(node, { overrides: this.overrides() }));
    if (node.tag === '!reset') return;
    const target = this.walk.anchors.resolve(node);
    if (!target || target.tag === '!reset' || this.walk.seen(target, shape)) return;
    if (target.kind === 'mapping' && shape.mapping) this.mapping(target, shape.mapping, key);
    else if (target.kind === 'sequence' && shape.sequence) this.sequence(target, shape);
    else if (target.kind === 'scalar' && shape.scalar) this.report(checkScalar(target, shape));
    else this.report([wrongType(target, shape, { key, at: underline(target) })]);
  }

  private report(reports: Iterable<Report>): void {
    for (const report of reports) this.walk.report(report);
  }

  private mapping(node: Mapping, shape: MappingShape, key: string): void {
    const entries = this.walk.anchors.entries(node);
    this.levels.push({ shape, node, key });
    for (const effective of entries.values()) this.entry(effective, shape);
    for (const name of shape.required ?? [])
      if (!entries.has(name) && !this.mayComeFromElsewhere()) this.walk.report(missingKey(node, name, underline(node)));
    if (shape.group) {
      const { anchors } = this.walk;
      this.report(groupChecks[shape.group](new View(node, { anchors, partial: this.partial || this.layer }, entries)));
    }
    this.levels.pop();
  }

  private entry({ entry, via }: EffectiveEntry, shape: MappingShape): void {
    const { key, value, complete } = entry;
    const found = shapeOfKey(shape, key.text);
    if (found) {
      // Most keys are plain ones of the schema.
      if (found.deprecated !== undefined || !Object.hasOwn(shape.keys, key.text))
        this.report(checkEntry(entry, { shape, found }));
      if (!complete || found === anything) return;
      const question = `schema${this.partial ? ' partial' : ''}${this.layer ? ' layer' : ''}${this.includes ? ' includes' : ''}`;
      // Only what has one place in the file has one answer; an entry that is merged in may have several.
      if (this.levels.length <= 2 && via === undefined)
        this.walk.below(entry, question, () => this.check(value, found, key.text));
      else this.check(value, found, key.text);
    } else if (complete) this.unknown(key, value, shape);
  }

  private unknown(key: Scalar, value: YamlNode, shape: MappingShape): void {
    const level = this.levels.at(-1);
    // What is no text, is a key of its own mistake.
    if (key.type !== 'string' && !Object.hasOwn(shape.keys, key.text)) return;
    if (shape.names && Object.keys(shape.keys).length === 0) this.walk.report(invalidName(key, shape.names));
    else if (level) this.walk.report(unknownKey({ key, value, shape, levels: this.levels }));
  }

  private sequence({ items }: Sequence, shape: Shape): void {
    const { sequence } = shape;
    if (!sequence) return;
    for (const item of items) this.check(item, sequence.items);
    if (sequence.unique !== true || items.length < 2) return;
    const seen = new Map<string, YamlNode>();
    for (const item of items) {
      const target = this.walk.anchors.resolve(item);
      if (target?.kind !== 'scalar') continue;
      const value = JSON.stringify(target.value);
      const first = seen.get(value);
      if (first) this.walk.report(repeatedItem(item, first));
      else seen.set(value, item);
    }
  }

  /** Whether what stands here is merged over something else. */
  private overrides(): boolean {
    const [, , service] = this.levels;
    return this.partial || this.includes || (service !== undefined && this.extends(service));
  }

  private extends({ node }: Level): boolean {
    return this.walk.anchors.entries(node).has('extends');
  }

  /**
   * An override file, and a service that extends another, get what they lack from there. Items of lists do not, nor does
   * `extends` itself.
   */
  private mayComeFromElsewhere(): boolean {
    const [, , service, ...inside] = this.levels;
    if (inside.some(({ key }) => key === '' || key === 'extends')) return false;
    return this.partial || (service !== undefined && this.extends(service));
  }
}
