import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSyntax } from '../../../server/src/dockerfile/check/run.ts';
import { quotedWords } from '../../../server/src/dockerfile/model/quotedWords.ts';
import type { Step } from '../../../server/src/dockerfile/model/step.ts';
import { expand } from '../../../server/src/dockerfile/model/variables.ts';
import { dockerfile } from '../../support/dockerfileRule.ts';

function cases<T>(name: string): T[] {
  const path = resolve(import.meta.dirname, 'fixtures/buildkit', name);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

interface ParserCase {
  readonly name: string;
  readonly dockerfile: string;
  readonly ast?: string;
  readonly error?: true;
}

describe('files are divided as BuildKit divides them', () => {
  const all = cases<ParserCase>('parser.jsonl');

  test.each(all.filter(({ error }) => error !== true))('$name', ({ dockerfile: text, ast = '' }) => {
    const read = [...dockerfile(text).steps()].map((step) => `(${dump(step, text)})`);
    expect(read).toEqual(ast.trimEnd().split('\n').map(withoutGoEscapes));
  });

  test.each(all.filter(({ error }) => error === true))('$name is refused', ({ dockerfile: text }) => {
    expect(checkSyntax(dockerfile(text)).filter(({ severity }) => severity === 'error')).not.toEqual([]);
  });
});

/** A step in the notation of BuildKit's own tests: the name, flags in brackets, quoted arguments. */
function dump(step: Step, text: string): string {
  const flags = step.flags.map(({ name, value }) =>
    JSON.stringify(`--${name}${value === undefined ? '' : `=${value}`}`),
  );
  const parts = [step.name.toLowerCase(), ...(flags.length === 0 ? [] : [`[${flags.join(' ')}]`])];
  const [trigger] =
    step.name === 'ONBUILD'
      ? [...dockerfile(text).all(step.words[0]?.text ?? '')].filter(({ onbuild }) => onbuild?.start === step.start)
      : [];
  if (trigger) return [...parts, `(${dump(trigger, text)})`].join(' ');
  return [...parts, ...argumentsOf(step).map((argument) => JSON.stringify(argument))].join(' ');
}

function argumentsOf(step: Step): string[] {
  const [first] = step.words;
  const text = step.argument.text === '' ? [] : [step.argument.text];
  switch (step.name) {
    case 'ENV':
    case 'LABEL': {
      const separator = first?.text.includes('=') === true ? '=' : '';
      return step.assignments.flatMap(({ name, value = '' }) => [name, value, separator]);
    }
    case 'ARG':
      return step.assignments.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
    case 'HEALTHCHECK': {
      if (first === undefined) return [];
      const command = step.after(first).text;
      const words = step.jsonAfter(first)?.map((word) => word.text) ?? (command === '' ? [] : [command]);
      return [first.text, ...words];
    }
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return step.json?.map((word) => word.text) ?? text;
    case 'ADD':
    case 'COPY':
    case 'VOLUME':
    case 'FROM':
    case 'EXPOSE':
      return (step.json ?? step.words).map((word) => word.text);
    default:
      return text;
  }
}

/** Go quotes like JSON but for control characters. */
function withoutGoEscapes(line: string): string {
  return line.replaceAll('\\x00', '\\u0000');
}

interface WordCase {
  readonly file: 'envVarTest' | 'wordsTest';
  readonly platform?: 'A' | 'U' | 'W';
  readonly input: string;
  readonly expect?: string;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly error?: true;
}

const windows = 'names are compared without case by a BuildKit built for Windows only';
const splits = 'only EXPOSE splits what a variable brings in, and no feature shows its words apart';
/** Input -> why it is not followed. */
const notFollowed: Readonly<Record<string, string>> = {
  'W he$pwd.': windows,
  'W 안녕$pwd.': windows,
  'hello${space}bye': splits,
  'hello${leading}def': splits,
  'hello${leading}': splits,
  'hello${trailing}': splits,
  'hello${trailing}d': splits,
};

describe('words are expanded as BuildKit expands them', () => {
  const environment: Readonly<Record<string, string>> = { PWD: '/home', SHELL: 'bash', KOREAN: '한국어', NULL: '' };
  const all = cases<WordCase>('words.jsonl').filter(
    ({ platform, input }) => !Object.hasOwn(notFollowed, platform === 'W' ? `W ${input}` : input),
  );

  test('all but a few of them', () => {
    expect(all).toHaveLength(254 - Object.keys(notFollowed).length);
  });

  test.each(all)('$file $input', ({ input, env = environment, words, expect: text, error }) => {
    const options = { escape: '\\', lookup: (name: string) => env[name] };
    if (error === true) expect(expand(input, options).error).toBeDefined();
    else if (words === undefined) expect(expand(input, options)).toMatchObject({ text });
    else expect(quotedWords(input, '\\').map((word) => expand(word.text, options).text)).toEqual(words);
    if (error !== true) expect(expand(input, options).error).toBeUndefined();
  });
});
