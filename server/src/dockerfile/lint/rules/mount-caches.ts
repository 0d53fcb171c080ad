import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Command, Script, Word } from '../../../shell/script.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { keepsOutOfLayer } from '../keepsOutOfLayer.ts';
import { mountCache } from '../mountCache.ts';

interface Cache {
  /** What fills it. */
  readonly programs: RegExp;
  /** Where it is for root. */
  readonly folders: readonly string[];
  /** The arguments with which these programs clear it, or do without. */
  readonly cleared: RegExp;
}

/** Alpine's apk is not here: it uses a cache only where the image was set up for one. */
const caches: readonly Cache[] = [
  { programs: /^apt(-get)?$/, folders: ['/var/cache/apt', '/var/lib/apt'], cleared: /^(dist|auto)?-?clean$/ },
  { programs: /^(micro)?dnf$/, folders: ['/var/cache/dnf'], cleared: /^clean$/ },
  { programs: /^yum$/, folders: ['/var/cache/yum'], cleared: /^clean$/ },
  { programs: /^zypper$/, folders: ['/var/cache/zypp'], cleared: /^(clean|cc)$/ },
  { programs: /^(python|pip)[\d.]*$/, folders: ['/root/.cache/pip'], cleared: /^(--no-cache-dir|purge)$/ },
  { programs: /^npm$/, folders: ['/root/.npm'], cleared: /^(clean|clear)$/ },
  { programs: /^yarn$/, folders: ['/usr/local/share/.cache/yarn'], cleared: /^clean$/ },
  { programs: /^go$/, folders: ['/go/pkg/mod', '/root/.cache/go-build'], cleared: /^-(mod)?cache$/ },
];

export const mountCaches: Rule<DockerfileFile> = {
  id: 'mount-caches',
  summary: 'Mount a cache instead of clearing it',
  rationale: `A package manager that clears its cache, or does without one, downloads everything again whenever the layer is
built anew. \`RUN --mount=type=cache,target=…\` keeps the cache out of the image and for the next build. The clean-up must go
then: it would empty the mount.

Known are apt, dnf, yum, zypper, pip, npm, yarn and Go, with the folders that root uses. Debian's and Ubuntu's images delete
apt's packages by themselves: \`rm -f /etc/apt/apt.conf.d/docker-clean\` before stops that.

Off by default: it is a way to work, not a mistake. It needs BuildKit, and where builds run on fresh machines it gains nothing.`,
  severity: 'off',
  codes: [],
  scope: 'stage',
  examples: {
    bad: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.* && rm -rf /var/lib/apt/lists/*\n',
      'FROM python:3.13\nRUN pip install --no-cache-dir -r requirements.txt\n',
    ],
    good: ['FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n'],
  },
  *check(file) {
    for (const step of file.all('RUN')) {
      const script = file.script(step);
      if (script === undefined) continue;
      for (const cache of caches) {
        const found = clearing(script, cache);
        const folders = cache.folders.filter((folder) => !keepsOutOfLayer(step, folder));
        if (found && folders.length > 0) yield report(file, step, { ...found, folders });
      }
    }
  },
};

interface Clearing {
  readonly command: Command;
  readonly word: Word;
}

function clearing({ commands }: Script, { programs, folders, cleared }: Cache): Clearing | undefined {
  const filling = commands.filter(({ name }) => programs.test(name.text));
  if (filling.length === 0) return undefined;
  for (const command of commands) {
    const { name, args } = command;
    const word = args.find(({ text }) =>
      name.text === 'rm' ? folders.some((folder) => isWithin(text, folder)) : cleared.test(text),
    );
    if (word && (name.text === 'rm' || filling.includes(command))) return { command, word };
  }
  return undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path.replace(/^(~|\$HOME)\//, '/root/').startsWith(folder);
}

function report(
  file: DockerfileFile,
  step: Step,
  { command, word, folders }: Clearing & { readonly folders: readonly string[] },
): Finding {
  const cleanUp = word.text.startsWith('--') ? optionOf(file, word) : statementOf(file, command, folders);
  const mount = mountCache(file, { step, folders });
  return {
    range: file.range(word),
    subject: file.range(command),
    message: `The next build downloads all of it again. Mount a cache on ${folders.join(' and ')} instead.`,
    ...(cleanUp && {
      fix: { ...mount, edits: [...mount.edits, { range: file.range(cleanUp), newText: '' }] },
    }),
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A word with the blanks before it. */
function optionOf({ source }: DockerfileFile, { start, end }: Word): Place | undefined {
  const [blanks] = /[ \t]*$/.exec(source.text.slice(source.text.lastIndexOf('\n', start) + 1, start)) ?? [''];
  return blanks === '' ? undefined : { start: start - blanks.length, end };
}

/** A statement that does nothing but clean up, with the `&&` before it and the end of the line that it continues. */
function statementOf({ source }: DockerfileFile, command: Command, folders: readonly string[]): Place | undefined {
  const { name, args, statement } = command;
  const paths = args.filter(({ text }) => !text.startsWith('-'));
  if (!command.topLevel || (name.text === 'rm' && !paths.every(({ text }) => folders.some((at) => isWithin(text, at)))))
    return undefined;
  const joint = /(?:\s|[\\`]\r?\n)*&&(?:\s|[\\`]\r?\n)*$/.exec(
    source.text.slice(Math.max(statement.start - 100, 0), statement.start),
  );
  return joint === null ? undefined : { start: statement.start - joint[0].length, end: statement.end };
}
