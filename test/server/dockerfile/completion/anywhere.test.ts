import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { provideSignatureHelp } from '../../../../server/src/dockerfile/features/signatureHelp.ts';
import { pick, random } from '../../../support/random.ts';
import { filesOf, imagesOf, itemsAt } from './at.ts';

const whole = `# syntax=docker/dockerfile:1
# check=skip=UndefinedVar;error=true
ARG BASE=node:24
FROM --platform=$BUILDPLATFORM \${BASE} AS build
# hadolint ignore=DL3008,DL3009
RUN --mount=type=cache,target=/root/.npm,sharing=locked \\
    # between
    npm ci && \\

    useradd -m app
COPY --from=build --chown=app:app ["a b", "/x/"]
RUN <<EOF
echo $HOME
EOF
ONBUILD COPY --link . \${DIR:-/app}
ENV A="b c" D='e'
HEALTHCHECK --interval=5s CMD curl localhost
LABEL org.opencontainers.image.title="x" \\
  other=y
CMD ["node", "x.js"]
US`;
const files = filesOf('/w/a.txt', '/w/src/b.ts');
const images = imagesOf(['node:24']);
const client = {};

/** Asks at one place; what an item replaces is in the line of the cursor, around it. */
async function ask(text: string, offset: number): Promise<void> {
  const marked = `${text.slice(0, offset)}|${text.slice(offset)}`;
  const document = new DockerfileDocument(TextDocument.create('file:///w/Dockerfile', 'dockerfile', 1, text));
  const position = document.text.positionAt(offset);
  for (const { label, textEdit } of await itemsAt(marked, { files, images, suggestCommand: 'again' })) {
    if (!textEdit || !('range' in textEdit)) throw new Error(`${label} replaces nothing`);
    const { start, end } = textEdit.range;
    expect([start.line, end.line], `${label} at ${offset}`).toEqual([position.line, position.line]);
    expect(start.character).toBeLessThanOrEqual(position.character);
    expect(end.character).toBeGreaterThanOrEqual(position.character);
  }
  await provideSignatureHelp(document, position, client);
}

test('at every place of a file, with both line endings', async () => {
  for (const text of [whole, whole.replaceAll('\n', '\r\n')])
    for (let offset = 0; offset <= text.length; offset += 1) await ask(text, offset);
});

test('in broken files', async () => {
  const next = random(11);
  const pieces = ['$', '${', '--', ' ', '\\\n', '[', '"', "'", '#', ',', '=', ':', '\uFEFF', '<<A', '\t', '\r'];
  for (let round = 0; round < 400; round += 1) {
    const from = Math.floor(next() * whole.length);
    const to = Math.min(whole.length, from + Math.floor(next() * 20));
    const piece = pick(next, pieces);
    await ask(whole.slice(0, from) + piece + whole.slice(to), from + piece.length);
  }
});
