import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { dockerfile } from '../../../server/src/dockerfile/service.ts';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';
import { dockerfileText } from '../../support/dockerfileTexts.ts';
import { exercise } from '../../support/exercise.ts';

const settings = readSettings(() => undefined);

/** A language that keeps what it logs: a rule that throws costs only its findings, and says so there. */
function logged(): { language: ReturnType<typeof dockerfile>; log: string[] } {
  const log: string[] = [];
  return { language: dockerfile({ client: {}, log: (message) => log.push(message) }), log };
}

test('nothing throws, whatever the text', async () => {
  const { language, log } = logged();
  for (let seed = 1; seed <= 50; seed += 1) {
    await expect(
      exercise(language, 'file:///fuzz/Dockerfile', dockerfileText(seed)),
      `seed ${seed}`,
    ).resolves.toBeDefined();
  }
  expect(log).toEqual([]);
});

/** Texts that once were too deep for the stack. */
describe('what is nested deeply costs no findings', () => {
  const many = (count: number, text: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => text(index)).join('');
  test.each(
    Object.entries({
      'stages, each from the last': `FROM a AS s0\n${many(3_000, (i) => `FROM s${i} AS s${i + 1}\nENV A=1\n`)}COPY $A /b\nRUN sudo b\n`,
      'commands joined by &&': `FROM a\nRUN sudo b${many(8_000, () => ' && b')}\n`,
      pipes: `FROM a\nRUN sudo b${many(4_000, () => ' | b')}\n`,
      substitutions: `FROM a\nRUN ${many(1_500, () => '$(')}x${many(1_500, () => ')')}\nRUN sudo b\n`,
      groups: `FROM a\nRUN ${many(1_500, () => '( ')}x${many(1_500, () => ')')}\nRUN sudo b\n`,
      'variables in variables': `FROM a\nENV A=${many(6_000, () => '${A:-')}x${many(6_000, () => '}')}\nRUN sudo b\n`,
    }),
  )('%s', async (_, text) => {
    const { language, log } = logged();
    const document = language.open(TextDocument.create('file:///fuzz/Dockerfile', 'dockerfile', 1, text));
    const problems = await language.provideProblems?.(document, { settings }, { isCancellationRequested: false });
    expect(log).toEqual([]);
    expect(problems?.map(({ id }) => id)).toContain('no-sudo');
  });
});
