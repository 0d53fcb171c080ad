import { ScalarValue, type Piece } from '../model.ts';
import type { Service } from '../service.ts';
import { pairs } from './pairs.ts';

/** A named context of a service's build. */
export interface AdditionalContext {
  readonly name: string;
  readonly value: Piece;
  /** Of `service:NAME`, the name. */
  readonly service?: Piece;
}

/** The `additional_contexts` of a service's build. */
export function additionalContexts({ value }: Pick<Service, 'value'>): AdditionalContext[] {
  return pairs(value.mapping('build')?.get('additional_contexts')).flatMap(({ key: name, value: piece, item }) => {
    if (!piece) return [];
    if (!piece.text.startsWith('service:') || !(item instanceof ScalarValue)) return [{ name, value: piece }];
    return [{ name, value: piece, service: item.part(item.text.length - piece.text.length + 'service:'.length) }];
  });
}
