import { dirname, resolve } from 'node:path';
import { closest } from '../../lint/closest.ts';
import type { ComposeDocument } from '../document.ts';
import type { Environment } from './environment.ts';
import { isRemote } from './inclusion.ts';
import type { Library } from './library.ts';
import type { MergeMemory } from './merge.ts';
import { serviceRules } from './mergeRules.ts';
import type { Located, ScalarValue, Value } from './model.ts';
import type { ProjectProblem } from './project.ts';

/** The services among which a name after `extends` is looked for: those of one YAML document, or of another file. */
export interface Siblings {
  readonly document: ComposeDocument;
  /** What relative paths start from. */
  readonly folder: string;
  readonly environment: Environment;
  /** As written, with what an `include` brings; `undefined` when there is none of that name. */
  readonly raw: (name: string) => Value | undefined;
  readonly names: () => Iterable<string>;
}

export interface Extended {
  readonly value: Value;
  /** False when something that it extends could not be read. */
  readonly complete: boolean;
}

export interface ExtensionOptions {
  readonly library: Library;
  readonly merged: MergeMemory;
  /** The services of a file that is extended from. */
  readonly siblingsIn: (document: ComposeDocument, around: Pick<Siblings, 'folder' | 'environment'>) => Siblings;
  readonly report: (problem: ProjectProblem) => void;
  /** A file is extended from; where it is named. */
  readonly opened: (document: ComposeDocument, at: Located) => void;
}

interface Step {
  readonly name: string;
  readonly siblings: Siblings;
  /** The services that led here. */
  readonly trail: readonly { readonly siblings: Siblings; readonly name: string }[];
}

/** Gives services what they extend (loader/extends.go): the base, with the service's own keys merged over it. */
export class Extensions {
  readonly #options: ExtensionOptions;

  constructor(options: ExtensionOptions) {
    this.#options = options;
  }

  /** A service with what it extends; what is wrong on the way is reported. */
  of(raw: Value, { name, siblings, trail = [] }: Omit<Step, 'trail'> & Partial<Step>): Extended {
    const wanted = raw.kind === 'mapping' ? raw.get('extends') : undefined;
    if (raw.kind !== 'mapping' || !wanted) return { value: raw, complete: true };
    const { merged } = this.#options;
    const own = merged.without(raw, 'extends');
    const base = this.#base(wanted, { name, siblings, trail: [...trail, { siblings, name }] });
    if (!base) return { value: own, complete: false };
    const { value, conflicts } = merged.of(base.value, own, serviceRules);
    for (const { base: before, over } of conflicts) this.#options.report(conflict(before, over));
    return { value, complete: base.complete };
  }

  #base(wanted: Value, { name, siblings, trail }: Step): Extended | undefined {
    const { library, siblingsIn, opened } = this.#options;
    const service =
      wanted.kind === 'scalar' ? wanted : wanted.kind === 'mapping' ? wanted.scalar('service') : undefined;
    const file = wanted.kind === 'mapping' ? wanted.scalar('file') : undefined;
    if (!service) {
      this.#report(wanted, `\`extends\` of \`${name}\` must name a \`service\`.`);
      return undefined;
    }
    if (!service.known || file?.known === false || (file && isRemote(file.text))) return undefined;
    if (!file) return this.#find(service, { siblings, trail, name, own: true });
    const path = resolve(siblings.folder, file.text);
    const document = library.document(path);
    if (document === null) this.#report(file, `There is no file \`${file.text}\` that \`${name}\` could extend from.`);
    if (!document) return undefined;
    opened(document, file);
    const around = { folder: dirname(path), environment: siblings.environment };
    return this.#find(service, { siblings: siblingsIn(document, around), trail, name, own: false });
  }

  #find(service: ScalarValue, { siblings, trail, name, own }: Step & { readonly own: boolean }): Extended | undefined {
    const { text } = service;
    const raw = siblings.raw(text);
    if (!raw) {
      const near = closest(text, siblings.names());
      const where = own ? 'in this file' : `in \`${nameOf(siblings.document)}\``;
      const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
      this.#report(service, `There is no service \`${text}\` ${where} that \`${name}\` could extend.${hint}`);
      return undefined;
    }
    if (trail.some((step) => step.name === text && step.siblings.document.uri === siblings.document.uri)) {
      const way = [...trail.map((step) => step.name), text].map((each) => `\`${each}\``).join(' → ');
      this.#report(service, `These services extend each other in a circle: ${way}.`, 'extends-cycle');
      return undefined;
    }
    return this.of(raw, { name: text, siblings, trail });
  }

  #report(at: Located, message: string, rule = 'extends-target'): void {
    this.#options.report({ rule, at, message });
  }
}

/** Two values of different kinds in one place. */
export function conflict(base: Value, over: Value): ProjectProblem {
  const kinds = { mapping: 'a mapping', sequence: 'a list', scalar: 'a single value' } as const;
  return {
    rule: 'merge-conflict',
    at: over,
    message: `This is ${kinds[over.kind]}, and cannot be merged over ${kinds[base.kind]}.`,
    related: [{ at: base, message: 'What it is merged over.' }],
  };
}

function nameOf({ uri }: ComposeDocument): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
