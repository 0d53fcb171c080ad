import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import type { DockerfileFile } from '../../../../server/src/dockerfile/lint/file.ts';
import type { Step } from '../../../../server/src/dockerfile/model/step.ts';
import { dockerfileRules } from '../../../../server/src/dockerfile/lint/rules/index.ts';
import { safeFixes } from '../../../../server/src/lint/actions.ts';
import { standardConfig } from '../../../../server/src/lint/config.ts';
import { lint } from '../../../../server/src/lint/lint.ts';
import type { Command } from '../../../../server/src/shell/script.ts';
import { corpusDockerfiles, dockerfilesIn } from '../../../support/corpus.ts';
import { dockerfile } from '../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../support/markedText.ts';

/**
 * What holds for safe fixes, whatever rules there are: all of them together leave nothing to fix, and the file has the
 * stages, instructions and commands that it had, but for those whose name a fix replaced and those that one added.
 */
const root = resolve(import.meta.dirname, '../../../..');
/** More than any fix needs to uncover the next: who gets here goes in circles. */
const rounds = 10;
const everyRule = Object.fromEntries(
  dockerfileRules.map(({ id, severity }) => [id, severity === 'off' ? 'info' : severity]),
);

test('over the examples of the rules', () => {
  const examples = dockerfileRules.flatMap(({ id, examples: { bad, good } }) =>
    [...bad, ...good].map((text, i) => [`${id} ${i}`, text] as const),
  );
  expect(examples.flatMap(([name, text]) => complaints(name, text))).toEqual([]);
});

test('over the examples, with Windows line ends', () => {
  const examples = dockerfileRules.flatMap(({ id, examples: { bad } }) => bad.map((text) => [id, text] as const));
  for (const [name, text] of examples) {
    const windows = text.replaceAll('\n', '\r\n');
    expect(complaints(name, windows)).toEqual([]);
    expect(fixed(windows).text).toBe(fixed(text).text.replaceAll('\n', '\r\n'));
  }
});

test('over the samples, and over real files where there are some', async () => {
  const files = [...(await dockerfilesIn(resolve(root, 'samples'))), ...(await corpusDockerfiles())];
  expect(files).not.toEqual([]);
  expect(files.flatMap(({ path, text }) => complaints(path, text))).toEqual([]);
});

function complaints(name: string, text: string): string[] {
  const { steps, left } = fixed(text);
  const found = steps.flatMap(({ before, edits, after }) => changes(dockerfile(before), edits, dockerfile(after)));
  if (left > 0) found.push(`${left} fixes are left after ${rounds} rounds`);
  return found.map((complaint) => `${name}: ${complaint}`);
}

interface Round {
  readonly before: string;
  readonly edits: readonly TextEdit[];
  readonly after: string;
}

/** Applies safe fixes until there are none. */
function fixed(text: string): { readonly text: string; readonly steps: readonly Round[]; readonly left: number } {
  const steps: Round[] = [];
  let before = text;
  for (;;) {
    const { count, edits } = fixesOf(before);
    if (count === 0 || steps.length === rounds) return { text: before, steps, left: count };
    const after = applyEdits(before, edits);
    steps.push({ before, edits, after });
    before = after;
  }
}

function fixesOf(text: string): ReturnType<typeof safeFixes> {
  const file = dockerfile(text);
  const problems = lint({
    rules: dockerfileRules,
    file,
    config: standardConfig,
    severities: everyRule,
    silenced: ({ range, subject = range }, names) =>
      [range, subject].some(({ start }) => file.directives.silenced(start.line, names)),
    onError: (_, error) => {
      throw error;
    },
  });
  return safeFixes(problems);
}

/** What is not as it was, though no edit meant it. */
function changes(before: DockerfileFile, edits: readonly TextEdit[], after: DockerfileFile): string[] {
  const found: string[] = [];
  const same = (what: string, of: (file: DockerfileFile) => unknown): void => {
    const [was, is] = [JSON.stringify(of(before)), JSON.stringify(of(after))];
    if (was !== is) found.push(`${what}: ${was} became ${is}`);
  };
  same('the stages', ({ stages }) => stages.map(({ image, parent }) => [image?.text.toLowerCase(), parent?.index]));
  const kept = <T>(items: readonly T[], place: (item: T) => Place): T[] =>
    items.filter((item) => !edits.some((edit) => replaces(before, edit, place(item))));
  const [was, is] = [[...before.steps()], [...after.steps()]];
  const steps = kept(was, ({ keyword }) => keyword);
  const added = edits.filter(({ newText }) => newText.includes('\n')).length + (was.length - steps.length);
  if (!isWithin(steps.map(nameOf), is.map(nameOf)) || is.length > steps.length + added)
    found.push(`the instructions: ${was.map(nameOf).join()} became ${is.map(nameOf).join()}`);
  const commands = kept(commandsOf(before), ({ name }) => name).map(({ name }) => name.text);
  const programs = commandsOf(after).map(({ name }) => name.text);
  if (!isWithin(commands, programs)) found.push(`the commands: ${commands.join()} became ${programs.join()}`);
  const broken = (file: DockerfileFile): number => file.all('RUN').filter((step) => file.script(step)?.hasError).length;
  if (broken(after) > broken(before)) found.push('a RUN that could be read cannot be any more');
  return found;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function replaces({ document: { text } }: DockerfileFile, { range }: TextEdit, { start, end }: Place): boolean {
  return text.offsetAt(range.start) < end && text.offsetAt(range.end) > start;
}

function commandsOf(file: DockerfileFile): Command[] {
  return file.all('RUN').flatMap((step) => file.script(step)?.commands ?? []);
}

function nameOf({ name }: Step): string {
  return name;
}

/** Whether a list has all of another in the same order, with more between them or not. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const item of long) if (item === short[at]) at += 1;
  return at === short.length;
}
