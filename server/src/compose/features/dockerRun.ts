import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import { styleOf } from '../completion/format.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { definitions } from '../references.ts';
import { type Plain, type PlainMapping, writeMapping } from '../run/plain.ts';
import { readRun, runCommand, type RunService } from '../run/fromRun.ts';
import type { Section } from '../schema/shape.ts';
import type { Mapping } from '../yaml/node.ts';

const kind = 'refactor.rewrite';

/** Turns the `docker run` that was pasted where the cursor is into a service, and defines the volumes and networks that it names. */
export function runActions(document: ComposeDocument, { start }: Range): CodeAction[] {
  const lines = document.content.split(/\r?\n/);
  const pasted = pastedAt(lines, start.line);
  const run = pasted && readRun(pasted.text);
  if (!pasted || !run) return [];
  const writer = new Writer(document, lines);
  const edits = [...writer.service(run, pasted), ...writer.named('volumes', run.volumes, null)];
  edits.push(...writer.named('networks', run.networks, { external: true }));
  return [{ title: `Turn into the service ${writer.name}`, kind, edit: { changes: { [document.uri]: edits } } }];
}

interface Pasted {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** The lines of the command that a line belongs to; in a comment, too. */
function pastedAt(lines: readonly string[], line: number): Pasted | undefined {
  const goesOn = (at: number): boolean => /[\\^`][ \t]*$/.test(lines[at] ?? '');
  let first = line;
  while (first > 0 && !runCommand.test(`${lines[first] ?? ''} `) && goesOn(first - 1)) first -= 1;
  let last = first;
  while (last < lines.length - 1 && goesOn(last)) last += 1;
  const comment = /^\s*#/.test(lines[first] ?? '');
  const text = lines
    .slice(first, last + 1)
    .map((each) => (comment ? each.replace(/^\s*#\s?/, '') : each))
    .join('\n');
  return runCommand.test(text) ? { first, last, text } : undefined;
}

class Writer {
  name = '';
  readonly #document: ComposeDocument;
  readonly #lines: readonly string[];
  readonly #style: ReturnType<typeof styleOf>;
  readonly #part: ComposePart | undefined;

  constructor(document: ComposeDocument, lines: readonly string[]) {
    this.#document = document;
    this.#lines = lines;
    this.#style = styleOf(document);
    this.#part = document.parts[0];
  }

  /** In place where that is among the services, else after the last of them. */
  service({ name, service }: RunService, { first, last }: Pasted): TextEdit[] {
    const part = this.#part;
    const taken = new Set(part ? definitions(part, 'services').map(({ key }) => key.text) : []);
    this.name = name;
    for (let number = 2; taken.has(this.name); number += 1) this.name = `${name}-${String(number)}`;
    const services = this.#section('services');
    const column = services?.column ?? this.#style.indent;
    const text = this.#text({ [this.name]: service }, column);
    const end = { line: last, character: this.#lines[last]?.length ?? 0 };
    const range = { start: { line: first, character: 0 }, end };
    const above = this.#lines.slice(0, first).findLast((line) => /^[\w"'-]+\s*:/.test(line));
    if (above?.startsWith('services') === true) return [{ range, newText: text }];
    if (services === undefined || services.end === undefined)
      return [{ range, newText: `services:${this.#style.eol}${text}` }];
    const gone = last + 1 < this.#lines.length ? { ...range, end: { line: last + 1, character: 0 } } : range;
    return [{ range: gone, newText: '' }, this.#insert(services.end, text)];
  }

  /** Defines names in a section that does not have them. */
  named(section: Section, names: readonly string[], value: Plain): TextEdit[] {
    const known = new Set(this.#part ? definitions(this.#part, section).map(({ key }) => key.text) : []);
    const missing = [...new Set(names)].filter((name) => !known.has(name));
    if (missing.length === 0) return [];
    const entries: PlainMapping = Object.fromEntries(missing.map((name) => [name, value]));
    const there = this.#section(section);
    if (there?.end !== undefined) return [this.#insert(there.end, this.#text(entries, there.column))];
    const { eol, indent } = this.#style;
    const end = this.#document.text.positionAt(this.#document.content.length);
    const before = end.character > 0 ? eol : '';
    const text = `${before}${section}:${eol}${this.#text(entries, indent)}${eol}`;
    return [{ range: { start: end, end }, newText: text }];
  }

  #text(mapping: PlainMapping, column: number): string {
    return writeMapping(mapping, { style: this.#style, column }).join(this.#style.eol);
  }

  /** A block mapping of the top level, with the column of its keys and the line in which it ends. */
  #section(name: Section): { readonly column: number; readonly end?: number } | undefined {
    const root = this.#part?.root;
    const entry = root?.kind === 'mapping' ? root.get(name) : undefined;
    if (!entry) return undefined;
    const { text } = this.#document;
    const { value } = entry;
    const last = value.kind === 'mapping' && !value.flow ? lastComplete(value) : undefined;
    const column = last ? text.positionAt(last.start).character : this.#style.indent;
    if (last) return { column, end: text.positionAt(last.end).line };
    return value.kind === 'scalar' && value.style === 'missing'
      ? { column, end: text.positionAt(entry.key.end).line }
      : { column };
  }

  #insert(line: number, text: string): TextEdit {
    const at = { line, character: this.#lines[line]?.length ?? 0 };
    return { range: { start: at, end: at }, newText: this.#style.eol + text };
  }
}

function lastComplete({ entries }: Mapping): Mapping['entries'][number] | undefined {
  return entries.findLast(({ complete }) => complete);
}
