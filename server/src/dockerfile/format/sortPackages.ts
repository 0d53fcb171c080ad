import type { Comment, Item, Piece } from './layout.ts';

const beforeCommand = /^\s*(?:(?:onbuild\s+)?run\s+)?(?:--\S+\s+)*/i;
const installs =
  /^(?:\w+=\S*\s+|(?:sudo|then|do|else|!|[{(])\s*)*(?:(?:apt-get|apt|aptitude)\s+(?:-\S+\s+)*install|apk\s+(?:-\S+\s+)*add|(?:yum|dnf|microdnf|zypper)\s+(?:-\S+\s+)*(?:install|in))\s/;
/** Options whose value is the next word, which is no package. */
const takesValue = /(?:^|\s)(?:-t|--target-release|--virtual|-X|--repository|-o|--option|-c|--config-file|-p|--root)$/;
const packageLine = /^((?:"[\w.+:~*=@/<>-]+"|'[\w.+:~*=@/<>-]+'|[A-Za-z0-9][\w.+:~*=@/<>-]*))(\s*(?:;|&&|\|\|))?$/;

/** An installer is named within so many characters. */
const longestCommand = 4_000;

interface Entry {
  readonly comments: readonly Comment[];
  readonly piece: Piece;
  readonly place: string;
  readonly name: string;
  /** What ends the command after the last package: `&&`, `;`. */
  readonly tail: string;
}

/**
 * Sorts the packages that an installer is given on a line each, and takes the comments above them along. What else is
 * on such a line, an option, a variable, an empty line, divides the list. Answers the same number of items.
 * `placeOf` tells how a line is to be indented, of one whose words are no part of those before and after it.
 */
export function sortPackages(items: readonly Item[], placeOf: (piece: Piece) => string | undefined): readonly Item[] {
  const sorted: Item[] = [];
  const command = new CommandSoFar();
  let run: Entry[] = [];
  let comments: Comment[] = [];
  const flush = (): void => {
    sorted.push(...inOrder(run));
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'comment') comments.push(item);
    else if (item.kind === 'empty') {
      flush();
      sorted.push(...comments, item);
      comments = [];
    } else {
      const [, name, tail = ''] = packageLine.exec(item.core) ?? [];
      const place = name !== undefined && command.takesPackage ? placeOf(item) : undefined;
      const last = run.at(-1);
      if (name !== undefined && place !== undefined && (last === undefined || (last.place === place && !last.tail)))
        run.push({ comments, piece: item, place, name, tail });
      else {
        flush();
        sorted.push(...comments, item);
      }
      comments = [];
      command.add(item.core);
    }
  }
  flush();
  return [...sorted, ...comments];
}

/** The command that a line continues, as far as it was read. */
class CommandSoFar {
  #text = '';
  #installs = false;

  add(core: string): void {
    const from = Math.max(core.lastIndexOf(';'), core.lastIndexOf('&'), core.lastIndexOf('|')) + 1;
    if (from > 0) this.#installs = false;
    // That it installs is said at its beginning, and the option that waits for its value at its end.
    this.#text = (from > 0 || this.#installs ? '' : this.#text) + core.slice(from).slice(-longestCommand) + ' ';
    this.#installs ||= this.#text.length <= longestCommand && installs.test(this.#text.replace(beforeCommand, ''));
  }

  get takesPackage(): boolean {
    return this.#installs && !takesValue.test(this.#text.trimEnd());
  }
}

/** The names change places, with their comments; what ends a line stays where it is. */
function inOrder(entries: readonly Entry[]): Item[] {
  const names = entries.toSorted((a, b) => compare(bare(a.name), bare(b.name)));
  return entries.flatMap(({ piece, tail }, i) => {
    const { comments, name } = names[i] ?? { comments: [], name: '' };
    return [...comments, { ...piece, core: name + tail.replace(/^\s+/, ' ') }];
  });
}

function bare(name: string): string {
  return name.replaceAll(/["']/g, '').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
