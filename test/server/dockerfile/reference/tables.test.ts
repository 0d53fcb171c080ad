import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { checks } from '../../../../server/src/dockerfile/reference/checks.ts';
import { flagDoc, flagNamed, flags, flagsOf } from '../../../../server/src/dockerfile/reference/flags.ts';
import { instructions } from '../../../../server/src/dockerfile/reference/instructions.data.ts';
import { instructionNamed } from '../../../../server/src/dockerfile/reference/instructions.ts';
import { mountKeyNamed, mountKeys, mountTypes } from '../../../../server/src/dockerfile/reference/mounts.ts';
import { shellForms } from '../../../../server/src/dockerfile/reference/values.ts';
import { isCheckName } from '../../../../server/src/lint/directives.ts';
import { mistakesIn } from '../../../support/dockerfileCheck.ts';
import { choose } from '../completion/at.ts';

const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);

test('nothing is there twice, and everything is there', () => {
  for (const list of [instructions, mountTypes, mountKeys, checks]) expect(new Set(names(list)).size).toBe(list.length);
  expect([instructions.length, flags.length, checks.length]).toEqual([18, 23, 22]);
  expect(new Set(flags.map(({ instruction, name }) => `${instruction} ${name}`)).size).toBe(23);
  expect(names(checks).every(isCheckName)).toBe(true);
});

test('names are found in any case, and other names of a key', () => {
  expect(instructionNamed('copy')?.name).toBe('COPY');
  expect(names(flagsOf('from'))).toEqual(['platform']);
  expect(mountKeyNamed('DST')?.name).toBe('target');
  expect(mountKeyNamed('nothing')).toBeUndefined();
});

test('flags belong to instructions that say so in every form with arguments', () => {
  for (const { instruction } of flags) {
    const forms = instructionNamed(instruction)?.forms ?? [];
    const [first] = forms;
    expect(first?.parameters[0]?.takes, instruction).toBe('flags');
  }
});

test('a flag says since when it exists, and what holds without it', () => {
  const docOf = (instruction: string, name: string): string => {
    const flag = flagNamed(instruction, name);
    return flag ? flagDoc(flag) : '';
  };
  expect(docOf('COPY', 'link')).toContain('_Dockerfile 1.4 and later._');
  expect(docOf('RUN', 'device')).toContain('docker/dockerfile:1.14-labs');
  expect(docOf('HEALTHCHECK', 'retries')).toContain('Without it: `3`.');
});

describe('each way to write an instruction', () => {
  const ways = instructions.flatMap(({ name, snippets, deprecated }) =>
    deprecated === undefined && name !== 'ONBUILD' ? snippets.map(({ label }) => [name, label] as const) : [],
  );

  test.each(ways)('%s: %s', async (name, label) => {
    const text = await choose(name === 'FROM' ? '|\n' : 'FROM a\n|\n', label, { client: {} });
    const document = new DockerfileDocument(TextDocument.create('', 'dockerfile', 0, text));
    const last = document.stages.at(-1);
    const step = name === 'FROM' ? last?.from : last?.steps.at(-1);
    expect(step?.name).toBe(name);
    for (const flag of step?.flags ?? []) expect(flagNamed(name, flag.name), flag.name).toBeDefined();
    if (label.includes('[')) expect(step?.json).toBeDefined();
    expect(step?.heredocs.every(({ closed }) => closed)).toBe(true);
    // The place of a digest is to be filled in.
    expect(mistakesIn(text.replace('sha256:digest', `sha256:${'0'.repeat(64)}`))).toEqual([]);
  });

  test.each(shellForms)('SHELL $name', ({ name }) => {
    expect(mistakesIn(`FROM a\nSHELL ${name}\n`)).toEqual([]);
  });
});
