import type { FileFix, Finding, Rule } from '../../../lint/rule.ts';
import { Dockerignore } from '../../../workspace/dockerignore.ts';
import type { CopySource } from '../../model/copySources.ts';
import type { DockerfileFile } from '../file.ts';

export const copyIgnoredFile: Rule<DockerfileFile> = {
  id: 'copy-ignored-file',
  summary: 'Copy only what .dockerignore lets into the context',
  rationale: `What \`.dockerignore\` names is not sent to the build: \`COPY\` finds nothing there and fails, or copies a folder without
its contents.

BuildKit does not look when the file has exceptions (lines with \`!\`). Here they are followed: a source is reported when it
is left out and no exception could take in anything of it. \`NAME.dockerignore\` beside the Dockerfile counts before
\`.dockerignore\`, which is looked for from the Dockerfile's folder upwards and does not count when the
sources turn out to be in another folder than it is.

An exception for the source can be added to that file; it counts for every build that uses the file.`,
  severity: 'warning',
  codes: ['CopyIgnoredFile'],
  examples: {
    around: { '.dockerignore': 'node_modules\n**/*.log\n' },
    bad: [
      'FROM node:22\nCOPY node_modules/lib /app/lib\n',
      'FROM node:22\nARG LOG=logs/build.log\nADD package.json $LOG /app/\n',
    ],
    good: [
      'FROM node:22\nCOPY . /app\n',
      'FROM node:22 AS build\nFROM node:22\nCOPY --from=build /app/node_modules /app/node_modules\n',
    ],
  },
  *check(file) {
    const { dockerignore, contextFiles } = file;
    if (dockerignore === undefined || contextFiles?.dockerignoreApplies === false) return;
    const ignored = new Dockerignore(dockerignore.text);
    for (const source of file.copySources()) {
      const finding = inspect(file, source, ignored);
      if (finding) yield finding;
    }
  },
};

function inspect(file: DockerfileFile, source: CopySource, ignored: Dockerignore): Finding | undefined {
  const { path, written } = source;
  // BuildKit compares what is written, patterns too, and `/a` as it stands.
  const buildKit = !ignored.hasExceptions && ignored.ignores(written);
  const ours = path !== undefined && path !== '.' && ignored.ignoresAll(path);
  if (!buildKit && !ours) return undefined;
  const name = nameOf(file.dockerignore);
  const exception = letIn(file, path ?? written.replace(/^\//, ''));
  return {
    range: file.range(source),
    message: `${written} is left out of the build context by ${name}, so there is nothing to copy.`,
    codes: buildKit ? ['CopyIgnoredFile'] : [],
    ...(exception && { elsewhere: [exception] }),
  };
}

/** The exception at the end of the file that takes the path in again; `undefined` where that does not help. */
function letIn({ dockerignore }: DockerfileFile, path: string): FileFix | undefined {
  if (dockerignore === undefined || /[[\]\\]|^[!#]/.test(path)) return undefined;
  const { text } = dockerignore;
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = last === '' ? `!${path}${eol}` : `${eol}!${path}`;
  if (new Dockerignore(`${text}${newText}`).ignores(path)) return undefined;
  const end = { line: lines.length - 1, character: last.length };
  return {
    title: `Let ${path} in, with an exception in ${nameOf(dockerignore)}`,
    path: dockerignore.path,
    edits: [{ range: { start: end, end }, newText }],
  };
}

function nameOf(dockerignore: DockerfileFile['dockerignore']): string {
  return dockerignore?.path.replace(/^.*[\\/]/, '') ?? '.dockerignore';
}
