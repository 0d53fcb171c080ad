import type { ComposeDocument } from '../document.ts';
import type { Environment } from './environment.ts';
import type { Siblings } from './extension.ts';
import type { Layer, Said } from './layer.ts';
import type { Value } from './model.ts';
import type { Component, Components } from './project.ts';

/** The services of one YAML document as written, over those that it includes. */
export class LayerServices implements Siblings {
  readonly document: ComposeDocument;
  readonly folder: string;
  readonly environment: Environment;
  readonly #layer: Layer;
  readonly #included: Components | undefined;
  readonly #merge: (components: readonly Component[]) => Value | undefined;

  constructor(
    layer: Layer,
    options: {
      readonly environment: Environment;
      readonly included: Components | undefined;
      readonly raw: (components: readonly Component[]) => Value | undefined;
    },
  ) {
    this.document = layer.document;
    this.folder = layer.scope.folder;
    this.environment = options.environment;
    this.#layer = layer;
    this.#included = options.included;
    this.#merge = options.raw;
  }
  components(name: string): readonly Component[] {
    return plainOf(name, this.#included, this.#layer.sections.get('services')?.named);
  }
  complete(name: string): boolean {
    return this.components(name).every(({ resolve }) => resolve().complete);
  }
  raw(name: string): Value | undefined {
    return this.#merge(this.components(name));
  }
  names(): Iterable<string> {
    return new Set([...(this.#included?.keys() ?? []), ...(this.#layer.sections.get('services')?.named.keys() ?? [])]);
  }
}

/** What a document says of a name, over what it includes of that name. */
export function plainOf(
  name: string,
  included: Components | undefined,
  named: ReadonlyMap<string, Said | undefined> | undefined,
): Component[] {
  const own = named?.get(name);
  return [...(included?.get(name) ?? []), ...(own ? [componentOf(own)] : [])];
}

export function componentOf({ at, value, complete }: Said): Component {
  return { at, resolve: () => ({ value: value(), complete }) };
}
