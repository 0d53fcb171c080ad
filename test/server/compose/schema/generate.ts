import { composeShape } from '../../../../server/src/compose/schema/compose.data.ts';
import type { Shape } from '../../../../server/src/compose/schema/shape.ts';
import { pick } from '../../../support/random.ts';

/** Makes contents of compose files from the table, and breaks them as people do. */
export class Maker {
  private readonly next: () => number;
  private readonly faults: number;

  /** `faults`: how likely it is for each value to be something else than its place asks for. */
  constructor(next: () => number, faults: number) {
    this.next = next;
    this.faults = faults;
  }

  file(): Record<string, unknown> {
    return { name: 'made', ...(this.mapping(composeShape, 0) as object) };
  }

  private value(shape: Shape, depth: number): unknown {
    if (this.next() < this.faults) return this.anything();
    if (shape.any === true) return this.anything();
    const forms = [shape.mapping && 'mapping', shape.sequence && 'sequence', shape.scalar && 'scalar'].filter(Boolean);
    const form = depth > 6 && shape.scalar ? 'scalar' : pick(this.next, forms);
    if (form === 'mapping') return this.mapping(shape, depth);
    if (form === 'sequence') {
      const items = shape.sequence?.items ?? { any: true };
      return Array.from({ length: Math.floor(this.next() * 3) }, () => this.value(items, depth + 1));
    }
    return this.scalar(shape);
  }

  private mapping({ mapping }: Shape, depth: number): unknown {
    if (!mapping) return {};
    const made: Record<string, unknown> = {};
    for (const key of mapping.required ?? [])
      if (this.next() >= this.faults) made[key] = this.value(mapping.keys[key]!, depth + 1);
    const keys = Object.keys(mapping.keys);
    const count = Math.floor(this.next() * (depth < 2 ? 6 : 3));
    for (let index = 0; index < count && keys.length > 0; index += 1) {
      const key = pick(this.next, keys);
      made[key] = this.value(mapping.keys[key]!, depth + 1);
    }
    const { names } = mapping;
    if (names)
      for (const name of ['web', 'db', 'nofile', 'core'])
        if (this.next() < 0.5) made[name] = this.value(names.shape, depth + 1);
    if (this.next() < this.faults)
      made[pick(this.next, ['nonsense', 'x-mine', 'imagee', 'a b', 'Ports'])] = this.anything();
    return made;
  }

  private scalar({ scalar }: Shape): unknown {
    if (!scalar) return null;
    const type = pick(this.next, scalar.types);
    if (type === 'string' && scalar.enum) return pick(this.next, [...scalar.enum, 'other']);
    if (type === 'string')
      return pick(this.next, ['text', '80', '0.5', 'true', 'yes', 'always', 'x', 'a=b', '12:30', '', 'null']);
    if (type === 'integer') return pick(this.next, [0, 1, 100, 5000, -5]);
    if (type === 'number') return pick(this.next, [0.5, 3, -1.25]);
    return type === 'boolean' ? this.next() < 0.5 : null;
  }

  private anything(): unknown {
    return pick<unknown>(this.next, [
      'text',
      'true',
      12,
      1.5,
      true,
      null,
      [],
      ['a'],
      [1],
      {},
      { a: 'b' },
      { a: null },
      [{ source: 'a' }],
    ]);
  }
}
