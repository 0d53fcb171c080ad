import type { Finding, Rule } from '../../../lint/rule.ts';
import { Dockerignore } from '../../../workspace/dockerignore.ts';
import type { CopySource } from '../../model/copySources.ts';
import type { DockerfileFile } from '../file.ts';
import { requoted } from '../labels.ts';

export const missingCopySource: Rule<DockerfileFile> = {
  id: 'missing-copy-source',
  summary: 'Copy files that are there',
  rationale: `A source of \`COPY\` or \`ADD\` that is not in the build context ends the build, often after minutes.

Which folder is the context is said by the build, not by the Dockerfile. It is taken to be the Dockerfile's folder, that of
its \`.dockerignore\`, or one above, whichever has most of the sources. When none of them is anywhere, nothing is
reported, and nothing about what builds usually make first (\`dist\`, \`target\`, …), unless it looks misspelt. Patterns,
variables without a value, URLs and here-documents are not looked at.`,
  severity: 'info',
  codes: [],
  examples: {
    around: { 'package.json': '', 'src/index.js': '' },
    bad: ['FROM node:22\nCOPY pakcage.json src /app/\n', 'FROM node:22\nCOPY src /app/\nCOPY docker/entry.sh /\n'],
    good: ['FROM node:22\nCOPY package.json src /app/\n', 'FROM node:22\nCOPY src /app/\nCOPY dist *.md /app/\n'],
  },
  *check(file) {
    const seen = file.contextFiles;
    if (seen === undefined || seen.missing.size === 0) return;
    const ignored = new Dockerignore(seen.dockerignoreApplies ? (file.dockerignore?.text ?? '') : '');
    for (const source of file.copySources()) {
      const { path } = source;
      if (path === undefined || !seen.missing.has(path)) continue;
      // That is said already, by the rule about what is ignored.
      if (ignored.ignoresAll(path)) continue;
      const meant = seen.meant.get(path);
      if (meant === undefined && path.split('/').some((segment) => made.has(segment.toLowerCase()))) continue;
      yield report(file, source, meant);
    }
  },
};

/** Folders and files that something makes before the build, and that are in no repository. */
const made = new Set(
  'build dist target out output bin obj publish release releases artifacts generated gen node_modules vendor .next .output .venv venv .env _build coverage'.split(
    ' ',
  ),
);

function report(file: DockerfileFile, source: CopySource, meant: string | undefined): Finding {
  const { written, text } = source;
  const range = file.range(source);
  const changed = meant === undefined ? undefined : text.replace(/[^/]+(\/*)$/, `${meant.replace(/^.*\//, '')}$1`);
  return {
    range,
    message: `${written} is not in the build context.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    ...(changed !== undefined &&
      /^[\w./-]+$/.test(text) && {
        fix: {
          title: `Change to ${changed}`,
          edits: [{ range, newText: requoted(file.source.text.slice(source.start, source.end), changed) }],
          safe: false,
        },
      }),
  };
}
