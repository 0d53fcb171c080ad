import type { ConfigOrigin, EffectiveConfig } from '../../protocol/requests.ts';
import type { Located, MappingValue, ScalarValue, Value } from '../project/model.ts';
import type { Project } from '../project/project.ts';
import type { Section } from '../schema/shape.ts';
import { resolvePlain } from '../yaml/scalar.ts';

/** A text of more lines than this is nobody's to read. */
const mostLines = 50_000;

const sections = ['networks', 'volumes', 'secrets', 'configs', 'models'] as const satisfies Section[];

/** What a project comes to, as YAML: everything merged and filled in, and of each line where it was written. */
export function provideEffective(project: Project): EffectiveConfig {
  const sheet = new Sheet();
  sheet.add(`name: ${scalarText(project.name)}`, project.top('name')?.at);
  sheet.section('services', project.services.values(), ({ value }) => value);
  for (const section of sections) sheet.section(section, project[section].values(), ({ value }) => value);
  return sheet.answer();
}

/** Lines with their places, in the order in which they are written. */
class Sheet {
  readonly #lines: string[] = [];
  readonly #places: (Located | undefined)[] = [];

  add(line: string, place: Located | undefined): void {
    if (this.#lines.length >= mostLines) return;
    this.#lines.push(line);
    this.#places.push(place);
  }

  section<T extends { readonly name: string; readonly at: Located }>(
    name: string,
    things: Iterable<T>,
    valueOf: (thing: T) => MappingValue | undefined,
  ): void {
    const all = [...things];
    if (all.length === 0) return;
    this.add('', undefined);
    this.add(`${name}:`, undefined);
    for (const thing of all) this.#entry('  ', { key: thing.name, at: thing.at, value: valueOf(thing) });
  }

  answer(): EffectiveConfig {
    return { text: `${this.#lines.join('\n')}\n`, lines: [...this.#places.map(originOf), null] };
  }

  #entry(indent: string, { key, at, value }: { key: string; at: Located; value: Value | undefined }): void {
    const head = `${indent}${scalarText(key)}:`;
    if (value === undefined) this.add(head, at);
    else this.#after(head, { indent, at, value });
  }

  /** What stands after a key or a dash: on its line where that is short, below it else. */
  #after(head: string, { indent, at, value }: { indent: string; at: Located; value: Value }): void {
    if (value.kind === 'scalar') this.#scalar(head, { indent, at, value });
    else if (value.kind === 'mapping' && value.entries.length === 0) this.add(`${head} {}`, at);
    else if (value.kind === 'sequence' && value.items.length === 0) this.add(`${head} []`, at);
    else {
      this.add(head, at);
      if (value.kind === 'mapping') for (const entry of value.entries) this.#entry(`${indent}  `, entry);
      else for (const item of value.items) this.#item(`${indent}  `, item);
    }
  }

  #item(indent: string, item: Value): void {
    if (item.kind !== 'mapping' || item.entries.length === 0) {
      this.#after(`${indent}-`, { indent, at: item, value: item });
      return;
    }
    // The first key stands beside the dash.
    for (const [index, { key, at, value }] of item.entries.entries())
      this.#after(`${indent}${index === 0 ? '-' : ' '} ${scalarText(key)}:`, { indent: `${indent}  `, at, value });
  }

  #scalar(head: string, { indent, at, value }: { indent: string; at: Located; value: ScalarValue }): void {
    // The place of the value says more than that of its key.
    const place = isWritten(value) ? value : at;
    const block = typeof value.value === 'string' && /\n/.test(value.value) ? blockOf(value.value) : undefined;
    if (block === undefined) {
      this.add(`${head} ${scalarText(value.value)}`, place);
      return;
    }
    this.add(`${head} ${block.mark}`, place);
    for (const line of block.lines) this.add(line === '' ? '' : `${indent}  ${line}`, place);
  }
}

function isWritten({ start, end }: Located): boolean {
  return end > start;
}

function originOf(place: Located | undefined): ConfigOrigin | null {
  return place ? { uri: place.document.uri, range: place.document.range(place) } : null;
}

/** A text of several lines as a literal block; `undefined` where only quotes keep it as it is. */
function blockOf(text: string): { readonly mark: string; readonly lines: readonly string[] } | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/^[ \n]|[\u0000-\u0008\u000B-\u001F\u007F\u0085\u2028\u2029]/.test(text)) return undefined;
  const [, body = '', end = ''] = /^([^]*?)(\n*)$/.exec(text) ?? [];
  const mark = end === '' ? '|-' : end === '\n' ? '|' : '|+';
  return { mark, lines: [...body.split('\n'), ...Array.from(end.slice(1), () => '')] };
}

/** A scalar on one line: plain where YAML reads it back as the same, else in double quotes. */
function scalarText(value: ScalarValue['value']): string {
  if (typeof value !== 'string') return String(value);
  const plain =
    /^[\w./@%+<>=$~][^\n\t"]*$/.test(value) &&
    !/: |:$| #|^---|^\.\.\.|^[%@]|\s$/.test(value) &&
    resolvePlain(value, { tag: undefined, quoted: false }) === value &&
    // Older readers take these for truth values, times or a merge.
    !/^(?:y|n|yes|no|on|off)$|^\d[\d_]*(?::\d+)+$|^<<$|^=$/i.test(value);
  return plain ? value : JSON.stringify(value).replaceAll('\u0085', String.raw`\u0085`);
}
