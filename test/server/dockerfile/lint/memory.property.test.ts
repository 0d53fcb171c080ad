import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { provideProblems, type ProblemTools } from '../../../../server/src/dockerfile/features/problems.ts';
import { dockerfileRules } from '../../../../server/src/dockerfile/lint/rules/index.ts';
import type { LintContext } from '../../../../server/src/language.ts';
import { parseConfig } from '../../../../server/src/lint/config.ts';
import type { Problem } from '../../../../server/src/lint/problem.ts';
import { readSettings } from '../../../../server/src/protocol/readSettings.ts';
import { textsToEdit, versionsOf } from '../../../support/dockerfileEdits.ts';
import { shell } from '../../../support/dockerfileText.ts';
import { imagesInUse } from '../../../support/imagesInUse.ts';

/**
 * What is found in a version is what would be found without the versions before, whatever the edits are. A rule whose scope
 * is too narrow fails here.
 */
const everyRule = Object.fromEntries(
  dockerfileRules.map(({ id, severity }) => [id, severity === 'off' ? 'info' : severity]),
);
const context: LintContext = { settings: { ...readSettings(() => undefined), 'gantry.lint.rules': everyRule } };
const tools: ProblemTools = {
  shell,
  config: parseConfig(
    'strict-labels: true\ntrustedRegistries: [docker.io]\nlabel-schema: { a: semver, maintainer: email, url: url }\n',
  ),
  images: imagesInUse({
    alpine: { image: { env: ['X'], shell: ['/bin/ash', '-o', 'pipefail', '-c'], workdir: '/w' } },
    'debian:12': { tags: [['12', 1]], image: { env: ['A'] } },
  }),
  log: (message) => {
    throw new Error(message);
  },
};

function open(text: string, before?: DockerfileDocument): DockerfileDocument {
  return new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text), before);
}

function problemsOf(document: DockerfileDocument, options: Partial<ProblemTools> = {}): Promise<Problem[]> {
  return provideProblems(document, context, { ...tools, ...options });
}

test('finds after any edit what it finds at once', { timeout: 120_000 }, async () => {
  for (const [seed, text] of (await textsToEdit()).entries()) {
    let before: DockerfileDocument | undefined;
    for (const version of versionsOf(text.slice(0, 3_000), { seed, edits: 4 })) {
      const document = open(version, before);
      expect(await problemsOf(document), JSON.stringify([before?.content, version]).slice(0, 6000)).toEqual(
        await problemsOf(open(version)),
      );
      before = document;
    }
  }
});

test('looks again at everything when the configuration is another one, or the shell can be read now', async () => {
  const text = 'FROM alpine\nRUN apk add curl\nLABEL a=b\n';
  const first = open(text);
  await problemsOf(first, { shell: undefined });
  const next = open(text.replace('b\n', 'c\n'), first);
  const config = parseConfig('label-schema: { a: email }\n');
  expect(await problemsOf(next, { config })).toEqual(await problemsOf(open(next.content), { config }));
  const last = open(text, next);
  expect(await problemsOf(last)).toEqual(await problemsOf(open(text)));
});

test('looks at what changed only', async () => {
  const looked: string[] = [];
  const spy = { ...shell, parse: (text: string, base: number) => (looked.push(text), shell.parse(text, base)) };
  const text = 'FROM a\nRUN b\nFROM c\nRUN d\nRUN e\nFROM f\nRUN g\n';
  const first = open(text);
  await problemsOf(first, { shell: spy });
  looked.length = 0;
  await problemsOf(open(text.replace('RUN d', 'RUN dd'), first), { shell: spy });
  // The stage of the edit, and the last one, which is always looked at.
  expect(new Set(looked)).toEqual(new Set(['dd', 'e', 'g']));
});
