import type { Finding, Rule } from '../../../lint/rule.ts';
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
sources turn out to be in another folder than it is.`,
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
  const name = file.dockerignore?.path.replace(/^.*[\\/]/, '') ?? '.dockerignore';
  return {
    range: file.range(source),
    message: `${written} is left out of the build context by ${name}, so there is nothing to copy.`,
    codes: buildKit ? ['CopyIgnoredFile'] : [],
  };
}
