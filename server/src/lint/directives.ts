import { lastIndex } from './lastIndex.ts';

/** A comment's line and what follows its `#`, trimmed. */
export interface CommentLine {
  readonly line: number;
  readonly text: string;
}

export interface DirectiveOptions {
  /** Every comment of the file, in order. */
  readonly comments: readonly CommentLine[];
  /** The comments at the head that are parser directives, `# key=value`; they come before anything else. */
  readonly head?: readonly CommentLine[];
  /** The line where the instruction or key begins that a line belongs to. */
  readonly ownerOf: (line: number) => number;
  /** The lines of the `FROM`s. */
  readonly sections?: readonly number[];
  /** `disable-ignore-pragma`: hadolint's `ignore` comments do not count; `shell` does. */
  readonly pragmasDisabled?: boolean;
  /** `BUILDKIT_DOCKERFILE_CHECK`, given as a build argument, replaces the head's `check`. */
  readonly check?: string;
}

/** What a file's own comments say about its findings. */
export interface Directives {
  /** Whether a finding that starts on `line` is silenced under any of its names. */
  silenced(line: number, names: readonly string[]): boolean;
  /** `# check=error=true`: the build fails on any check. */
  readonly checksFail: boolean;
  /** Experimental checks that are switched on; `all` switches on every one. */
  readonly experimental: readonly string[];
  /** Whether one of the names is an experimental check that is switched on. */
  switchesOn(names: readonly string[]): boolean;
  /** `# hadolint shell=NAME`, in order. */
  readonly shells: readonly { readonly line: number; readonly shell: string }[];
}

/**
 * Reads ignore comments: hadolint's pragmas (`ignore`, `stage ignore`, `global ignore`, `shell`), BuildKit's `check` at
 * the head of the file and above an instruction, and our own `# gantry ignore=rule-id`, which takes any name.
 * @see https://github.com/hadolint/hadolint#inline-ignores
 * @see https://docs.docker.com/reference/dockerfile/#check
 */
export function readDirectives(options: DirectiveOptions): Directives {
  const { comments, ownerOf, sections = [], head = [] } = options;
  const file = parseCheck(
    options.check ?? head.map(({ text }) => checkValue(text)).find((value) => value !== undefined),
  );
  const isOn = (name: string): boolean =>
    experimentalChecks.has(name) && ['all', name].some((word) => file.experimental.includes(word));
  const silences = new Silences(sections);
  const shells: { line: number; shell: string }[] = [];
  const atHead = new Set(head);
  const pastBlock = blockEnds(comments);
  for (const comment of comments) {
    const { line, text } = comment;
    const own = text.startsWith('gantry');
    const check = checkValue(text);
    // BuildKit takes the whole block of comments above an instruction, and so do we; hadolint its last line only.
    const below = own || check !== undefined ? (pastBlock.get(line) ?? line + 1) : line + 1;
    if (check !== undefined && !atHead.has(comment)) silences.add('line', below, parseCheck(check).skip);
    const pragma = own ? readIgnore(text) : readPragma(text);
    if (pragma === undefined) continue;
    if (pragma.shell !== undefined) shells.push({ line, shell: pragma.shell });
    else if (own || options.pragmasDisabled !== true) silences.add(pragma.scope ?? 'line', below, pragma.names);
  }
  return {
    silenced: (line, names) => {
      // `skip` at the head does not switch an experiment off that was switched on beside it.
      if (file.skip.some((name) => matches(name, names)) && !names.some(isOn)) return true;
      return !silences.isEmpty && (silences.cover(line, names) || silences.cover(ownerOf(line), names));
    },
    switchesOn: (names) => names.some(isOn),
    checksFail: file.error,
    experimental: file.experimental,
    shells,
  };
}

/** Which names are silenced where; files with thousands of ignore comments exist. */
class Silences {
  /** The lines of the `FROM`s: a section is what stands between two of them. */
  readonly #sections: readonly number[];
  readonly #everywhere = new Set<string>();
  readonly #ofLines = new Map<number, Set<string>>();
  /** By the number of the section. */
  readonly #ofSections = new Map<number, Set<string>>();

  constructor(sections: readonly number[]) {
    this.#sections = sections;
  }

  /** Silences names on a line, in the section that begins on it (if one does), or in the whole file. */
  add(scope: Scope, line: number, names: readonly string[]): void {
    const places = scope === 'stage' ? this.#ofSections : this.#ofLines;
    const place = scope === 'stage' ? this.#sectionOf(line) : line;
    if (scope === 'stage' && this.#sections[place] !== line) return;
    const known = scope === 'global' ? this.#everywhere : (places.get(place) ?? new Set());
    if (scope !== 'global') places.set(place, known);
    for (const name of names) known.add(name);
  }

  get isEmpty(): boolean {
    return this.#everywhere.size + this.#ofLines.size + this.#ofSections.size === 0;
  }

  cover(line: number, names: readonly string[]): boolean {
    const section = this.#sectionOf(line);
    // The `FROM` itself does not belong to what a comment above it silences.
    const ofSection = this.#sections[section] === line ? undefined : this.#ofSections.get(section);
    return [this.#everywhere, this.#ofLines.get(line), ofSection].some(
      (silenced) => silenced !== undefined && silenced.size > 0 && isIn(silenced, names),
    );
  }

  #sectionOf(line: number): number {
    return this.#sections.length === 0 ? -1 : lastIndex(this.#sections, (from) => from <= line);
  }
}

function isIn(silenced: ReadonlySet<string>, names: readonly string[]): boolean {
  return names.some((name) => silenced.has(name)) || (silenced.has('*') && matches('*', names));
}

/** For the line of each comment, the first line below the block of comments that it stands in. */
function blockEnds(comments: readonly CommentLine[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { line } of comments.toReversed()) ends.set(line, ends.get(line + 1) ?? line + 1);
  return ends;
}

/** The checks that BuildKit makes only when they are asked for. */
export const experimentalChecks: ReadonlySet<string> = new Set(['InvalidDefinitionDescription']);

/** The names of BuildKit's checks are written like `StageNameCasing`. */
export function isCheckName(name: string): boolean {
  return /^[A-Z][A-Za-z]*[a-z][A-Za-z]*$/.test(name);
}

/** The value of a `check` comment: up to the first blank, so that a reason may follow. */
export function checkValue(text: string): string | undefined {
  return /^check\s*=\s*(\S*)/i.exec(text)?.[1];
}

function parseCheck(value = ''): { skip: string[]; error: boolean; experimental: string[] } {
  const parts = new Map(value.split(';').map((part) => [part.split('=')[0]?.trim() ?? '', part.split('=')[1] ?? '']));
  const list = (key: string): string[] =>
    (parts.get(key) ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const skip = list('skip').map((name) => (name === 'all' ? '*' : name));
  return { skip, error: /^(1|t|true)$/i.test(parts.get('error')?.trim() ?? ''), experimental: list('experimental') };
}

/** `*` stands for every check of BuildKit. */
function matches(name: string, names: readonly string[]): boolean {
  return name === '*' ? names.some(isCheckName) : names.includes(name);
}

/** How far an ignore comment reaches. */
type Scope = 'line' | 'stage' | 'global';

export interface Pragma {
  /** A line when absent. */
  readonly scope?: Scope | undefined;
  readonly names: readonly string[];
  readonly shell?: string | undefined;
}

/** hadolint's pragma, from what follows the `#`. A list with anything but codes in it is void as a whole. */
export function readPragma(text: string): Pragma | undefined {
  const codes = /^hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*([DLSC0-9]+(?:\s*,\s*[DLSC0-9]+)*)\s*(?:#.*)?$/.exec(
    text,
  );
  if (codes) return { scope: scopeOf(codes[1]), names: split(codes[2]) };
  const shell = /^hadolint\s+shell\s*=\s*(\S+)\s*(?:#.*)?$/.exec(text);
  return shell ? { names: [], shell: shell[1] } : undefined;
}

/** Our own pragma, from what follows the `#`: `gantry ignore=id,id`, with `global` or `stage` before `ignore`. */
export function readIgnore(text: string): Pragma | undefined {
  const names = /^gantry\s+(?:(global|stage)\s+)?ignore\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:#.*)?$/.exec(text);
  return names ? { scope: scopeOf(names[1]), names: split(names[2]) } : undefined;
}

function split(list = ''): string[] {
  return list.split(',').map((name) => name.trim());
}

function scopeOf(word: string | undefined): Scope | undefined {
  return word === 'global' || word === 'stage' ? word : undefined;
}
