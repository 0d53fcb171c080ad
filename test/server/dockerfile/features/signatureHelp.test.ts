import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientCapabilities } from 'vscode-languageserver';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { provideSignatureHelp } from '../../../../server/src/dockerfile/features/signatureHelp.ts';
import { flags } from '../../../../server/src/dockerfile/reference/flags.ts';
import { instructions } from '../../../../server/src/dockerfile/reference/instructions.data.ts';
import { caret } from '../../../support/markedText.ts';

const withOffsets: ClientCapabilities = {
  textDocument: { signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } } },
};

/** The active signature, its active parameter in `«»`. */
async function shownAt(marked: string, client: ClientCapabilities = withOffsets): Promise<string | undefined> {
  const { text, position } = caret(marked);
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  const help = await provideSignatureHelp(document, position, client);
  const signature = help?.signatures[help.activeSignature ?? 0];
  if (!signature) return undefined;
  const parameter = signature.parameters?.[help.activeParameter ?? 0]?.label;
  if (parameter === undefined) return signature.label;
  const start = typeof parameter === 'string' ? signature.label.indexOf(parameter) : parameter[0];
  const end = typeof parameter === 'string' ? start + parameter.length : parameter[1];
  const { label } = signature;
  return `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
}

describe('instructions', () => {
  test.each([
    ['COPY |', 'COPY [--flag…] «source…» destination'],
    ['COPY a| b', 'COPY [--flag…] «source…» destination'],
    ['COPY a |b', 'COPY [--flag…] source… «destination»'],
    ['COPY a | c', 'COPY [--flag…] «source…» destination'],
    ['COPY --|', 'COPY «[--flag…]» source… destination'],
    ['COPY --link a |', 'COPY [--flag…] source… «destination»'],
    ['COPY ["a", "|"]', 'COPY [--flag…] ["source"…, «"destination"»]'],
    ['CMD ["a|"]', 'CMD [«"executable"», "parameter"…]'],
    ['CMD ["a", "b", "|"]', 'CMD ["executable", «"parameter"…»]'],
    ['CMD a|', 'CMD «command»'],
    ['ENV A=1 |', 'ENV «name=value…»'],
    ['HEALTHCHECK --interval=1s CMD |', 'HEALTHCHECK [--flag…] CMD «command»'],
    ['HEALTHCHECK NONE|', 'HEALTHCHECK [--flag…] «CMD» command'],
    ['HEALTHCHECK NONE |', 'HEALTHCHECK «NONE»'],
    ['RUN <<EOF |', 'RUN [--flag…] «<<EOF»'],
    ['RUN apt-get install |', 'RUN [--flag…] «command»'],
    ['ONBUILD |', 'ONBUILD «INSTRUCTION» arguments'],
    ['ONBUILD ADD a |', 'ADD [--flag…] source… «destination»'],
    ['USER $|', 'USER «user[:group]»'],
    ['COPY a \\\n  |', 'COPY [--flag…] source… «destination»'],
  ])('%s', async (line, expected) => {
    expect(await shownAt(`FROM a\n${line}\n`)).toBe(expected);
  });

  test('FROM', async () => {
    expect(await shownAt('FROM |')).toBe('FROM [--platform=…] «image» [AS name]');
    expect(await shownAt('FROM a AS |')).toBe('FROM [--platform=…] image [AS «name]»');
  });

  test('all of them have one', async () => {
    for (const { name } of instructions) expect(await shownAt(`FROM a\n${name} |\n`), name).toMatch(`${name} `);
  });

  test('the same for a client that knows no offsets', async () => {
    expect(await shownAt('FROM a\nCOPY a |b\n', {})).toBe('COPY [--flag…] source… «destination»');
  });
});

describe('flags', () => {
  test.each(flags.filter(({ name }) => name !== 'mount'))(
    '$instruction --$name',
    async ({ instruction, name, placeholder }) => {
      expect(await shownAt(`FROM a\n${instruction} --${name}=|\n`)).toBe(`--${name}=«${placeholder}»`);
    },
  );

  test('a mount, key by key', async () => {
    expect(await shownAt('FROM a\nRUN --mount=|\n')).toMatch(/^--mount=«type=bind\|cache|.*»/);
    expect(await shownAt('FROM a\nRUN --mount=type=cache,sharing=|\n')).toContain('type=cache[,target=…]');
    expect(await shownAt('FROM a\nRUN --mount=type=cache,sharing=|\n')).toContain('«[,sharing=…]»');
    expect(await shownAt('FROM a\nRUN --mount=type=secret,id=x,src=|\n')).not.toContain('sharing');
    expect(await shownAt('FROM a\nRUN --mount=type=cache,|\n')).toContain('«[,target=…]»');
  });
});

test('nothing between instructions, in comments and in here-documents', async () => {
  expect(await shownAt('FROM a\n|\n')).toBeUndefined();
  expect(await shownAt('FROM a\nCOP|Y a b\n')).toBeUndefined();
  expect(await shownAt('FROM a\n# COPY |\n')).toBeUndefined();
  expect(await shownAt('FROM a\nRUN <<EOF\nCOPY |\nEOF\n')).toBeUndefined();
});

describe('directives', () => {
  test.each([
    ['# escape=|', 'escape=«\\»'],
    ['# Escape = |', 'escape=«\\»'],
    ['#!/usr/bin/env docker\n# syntax=|', 'syntax=«docker/dockerfile:1|docker/dockerfile:1-labs»'],
    ['# syntax=a\n# check=|', 'check=«skip=|error=true|experimental=»'],
  ])('%s', async (head, expected) => {
    expect(await shownAt(`${head}\nFROM a\n`)).toBe(expected);
  });

  test('nothing for what is none, and below the head', async () => {
    expect(await shownAt('# escape|\nFROM a\n')).toBeUndefined();
    expect(await shownAt('# encoding=|\nFROM a\n')).toBeUndefined();
    expect(await shownAt('FROM a\n# escape=|\n')).toBeUndefined();
  });
});
