import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dockerfile } from '../../../server/src/dockerfile/service.ts';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const settings = readSettings(() => undefined);

/** The language, in a project whose compose file gives these contexts to every build. */
function language(...names: readonly string[]) {
  const contexts = names.map((text) => ({ text, range }));
  return dockerfile({
    client: {},
    log: () => {},
    builds: (uri) => Promise.resolve(names.length === 0 ? [] : [{ uri, args: [], contexts }]),
  });
}

const text = 'FROM base\nCOPY --from=assets a /b\nRUN --mount=type=bind,from=Tools,target=/t make\n';

async function idsIn(...names: readonly string[]): Promise<string[]> {
  const { open, provideProblems } = language(...names);
  const document = open(TextDocument.create('file:///p/Dockerfile', 'dockerfile', 1, text));
  const problems = await provideProblems?.(document, { settings }, { isCancellationRequested: false });
  return (problems ?? []).map(({ id }) => id);
}

test('a name that compose gives a context is no unknown stage or image', async () => {
  expect(await idsIn()).toEqual(['tag-base-image', 'known-copy-source', 'invalid-image']);
  expect(await idsIn('base', 'assets', 'Tools')).toEqual([]);
});

test.each(['FROM ', 'FROM a\nCOPY --from=', 'FROM a\nRUN --mount=type=bind,from='])(
  'is offered after %j',
  async (start) => {
    const { open, provideCompletion } = language('assets');
    const document = open(TextDocument.create('file:///p/Dockerfile', 'dockerfile', 1, start));
    const answer = await provideCompletion?.(document, document.text.positionAt(start.length), {
      token: { isCancellationRequested: false },
      context: () => Promise.resolve({ settings }),
    });
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    expect(items).toContainEqual(
      expect.objectContaining({ label: 'assets', detail: 'named context of a compose file' }),
    );
  },
);
