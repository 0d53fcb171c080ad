import type { Finding, Rule } from '../../../lint/rule.ts';
import { knownText } from '../../model/knownText.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { keywordLike } from '../keywordLike.ts';

export const copyInsteadOfAdd: Rule<DockerfileFile> = {
  id: 'copy-instead-of-add',
  summary: 'Copy files with COPY, not ADD',
  rationale: `\`ADD\` unpacks archives and fetches URLs and Git repositories. For files and folders of the build context \`COPY\`
does the same without those surprises.

A source that is a variable is reported only where the file gives its value.`,
  severity: 'error',
  codes: ['DL3020'],
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nADD app.js /srv/\n', 'FROM alpine:3.20\nADD --chown=app ["a file", "/srv/"]\n'],
    good: [
      'FROM alpine:3.20\nCOPY app.js /srv/\n',
      'FROM alpine:3.20\nADD rootfs.tar.gz /\n',
      'FROM alpine:3.20\nADD https://example.com/tool /usr/bin/tool\n',
      'FROM alpine:3.20\nADD git@example.com:acme/tool.git /src\n',
    ],
  },
  *check(file) {
    for (const step of file.all('ADD')) {
      const sources = (step.json ?? step.words).slice(0, -1);
      if (step.onbuild || sources.length === 0) continue;
      const values = file.values.at(step);
      const lookup = (name: string): string | undefined => values.get(name);
      const plain = sources.every((source) => {
        const text = knownText(source.text, { escape: step.escape, lookup });
        return text !== undefined
          ? isPlain(text)
          : !source.text.replace(/^["']/, '').startsWith('$') && isPlain(source.text);
      });
      if (plain) yield report(file, step, sources);
    }
  },
};

/** Flags that `ADD` alone knows: with one of them `ADD` is meant. */
const own = new Set(['checksum', 'keep-git-dir', 'unpack']);

function report(file: DockerfileFile, step: Step, sources: readonly { readonly text: string }[]): Finding {
  const copy = keywordLike(step, 'COPY');
  const fixable = !step.flags.some(({ name }) => own.has(name));
  return {
    range: file.range(step.keyword),
    message: 'ADD is for archives, URLs and Git repositories. Use COPY for files and folders.',
    ...(fixable && {
      fix: {
        title: `Use ${copy}`,
        edits: [{ range: file.range(step.keyword), newText: copy }],
        // A pattern or a variable may stand for an archive, which ADD unpacks.
        safe: sources.every(({ text }) => !/[*?[$]/.test(text)),
      },
    }),
  };
}

/** Neither fetched nor unpacked by `ADD`. */
function isPlain(source: string): boolean {
  const name = source.replace(/^["']|["']$/g, '');
  if (name.startsWith('<<') || /^(https?|ftp|git|ssh):\/\//i.test(name) || /^git@|^[\w.-]+@[\w.-]+:/.test(name))
    return false;
  return !/\.(tar|tar\.\w+|gz|tgz|bz2|tbz2?|tb2|xz|txz|lz|tlz|lzma|zst|tzst|Z|tZ|tpz|zip)$/.test(name);
}
