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

/** Lines `from`…`to`, both included, and the names they silence. */
interface Silence {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const everywhere = { from: 0, to: Number.POSITIVE_INFINITY };

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
  const silences: Silence[] = [];
  const shells: { line: number; shell: string }[] = [];
  const lines = new Set(comments.map(({ line }) => line));
  for (const comment of comments) {
    const own = comment.text.startsWith('gantry');
    // BuildKit takes the whole block of comments above an instruction, and so do we; hadolint its last line only.
    const below = own || checkValue(comment.text) !== undefined ? pastBlock(comment.line, lines) : comment.line + 1;
    const check = head.includes(comment) ? undefined : checkValue(comment.text);
    if (check !== undefined) silences.push({ from: below, to: below, names: parseCheck(check).skip });
    const pragma = own ? readIgnore(comment.text) : readPragma(comment.text);
    if (pragma === undefined) continue;
    if (pragma.shell !== undefined) shells.push({ line: comment.line, shell: pragma.shell });
    else if (!own && options.pragmasDisabled === true) continue;
    else if (pragma.scope === 'global') silences.push({ ...everywhere, names: pragma.names });
    else if (pragma.scope === 'stage') {
      if (!sections.includes(below)) continue;
      const next = sections.find((line) => line > below) ?? Number.POSITIVE_INFINITY;
      silences.push({ from: below + 1, to: next - 1, names: pragma.names });
    } else silences.push({ from: below, to: below, names: pragma.names });
  }
  return {
    silenced: (line, names) => {
      const owner = ownerOf(line);
      const within = ({ from, to }: Silence): boolean => (owner >= from && owner <= to) || (line >= from && line <= to);
      // `skip` at the head does not switch an experiment off that was switched on beside it.
      return (
        (file.skip.some((name) => matches(name, names)) && !names.some(isOn)) ||
        silences.some((silence) => within(silence) && silence.names.some((name) => matches(name, names)))
      );
    },
    switchesOn: (names) => names.some(isOn),
    checksFail: file.error,
    experimental: file.experimental,
    shells,
  };
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

export interface Pragma {
  readonly scope?: string | undefined;
  readonly names: readonly string[];
  readonly shell?: string | undefined;
}

/** hadolint's pragma, from what follows the `#`. A list with anything but codes in it is void as a whole. */
export function readPragma(text: string): Pragma | undefined {
  const codes = /^hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*([DLSC0-9]+(?:\s*,\s*[DLSC0-9]+)*)\s*(?:#.*)?$/.exec(
    text,
  );
  if (codes) return { scope: codes[1], names: split(codes[2]) };
  const shell = /^hadolint\s+shell\s*=\s*(\S+)\s*(?:#.*)?$/.exec(text);
  return shell ? { names: [], shell: shell[1] } : undefined;
}

/** Our own pragma, from what follows the `#`: `gantry ignore=id,id`, with `global` or `stage` before `ignore`. */
export function readIgnore(text: string): Pragma | undefined {
  const names = /^gantry\s+(?:(global|stage)\s+)?ignore\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:#.*)?$/.exec(text);
  return names ? { scope: names[1], names: split(names[2]) } : undefined;
}

function split(list = ''): string[] {
  return list.split(',').map((name) => name.trim());
}

function pastBlock(line: number, comments: ReadonlySet<number>): number {
  let below = line + 1;
  while (comments.has(below)) below += 1;
  return below;
}
