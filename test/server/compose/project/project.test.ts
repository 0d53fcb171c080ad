import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument } from '../../../../server/src/compose/document.ts';
import { offsetsOf } from '../../../../server/src/compose/check/report.ts';
import { assembleProject } from '../../../../server/src/compose/project/assemble.ts';
import type { Project } from '../../../../server/src/compose/project/project.ts';
import { plain, projectOf } from '../../../support/composeRule.ts';

describe('a value', () => {
  test('has aliases and merges written out, each part with the place it was written in', () => {
    const text = 'x-a: &a\n  image: nginx\n  init: true\nservices:\n  web:\n    <<: *a\n    init: false\n';
    const web = projectOf(text).services.get('web')?.value;
    expect(plain(web)).toEqual({ init: false, image: 'nginx' });
    expect(web?.get('image')?.start).toBe(text.indexOf('nginx'));
  });

  test('is interpolated and cast to the type of its place', () => {
    const text =
      'services:\n  web:\n    privileged: "${P:-yes}"\n    cpus: "${C}"\n    image: "a:${T:-${U}}"\n    tty: "${X}"\n';
    const web = projectOf(text, { env: { C: '1.5', U: 'u' } }).services.get('web')?.value;
    expect(plain(web)).toEqual({ privileged: true, cpus: 1.5, image: 'a:u', tty: '' });
    expect(web?.scalar('image')).toMatchObject({ known: true, written: 'a:${T:-${U}}' });
    expect(web?.scalar('image')?.variables.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['T', 'operand'],
      ['U', 'value'],
    ]);
    expect(web?.scalar('tty')?.known).toBe(false);
  });

  test('stands in the place of what an earlier file said', () => {
    const project = projectOf({
      'compose.yaml': 'services:\n  web:\n    image: a\n    labels: {x: 1}\n    ports: ["1"]\n    dns: ["2"]\n',
      'compose.override.yaml':
        'services:\n  web:\n    image: b\n    labels: !override {y: 2}\n    ports: !reset []\n    dns: ["3"]\n',
    });
    const web = project.services.get('web')?.value;
    expect(plain(web)).toEqual({ image: 'b', labels: { y: 2 }, dns: ['2', '3'] });
    const [before] = web?.get('image')?.overrides ?? [];
    expect([plain(before), before?.document.uri]).toEqual(['a', 'file:///project/compose.yaml']);
  });

  test('ends where aliases stand inside themselves or multiply', () => {
    const bomb = ['x-0: &a0 [b, b, b, b, b, b, b, b, b, b]'];
    for (let n = 1; n < 9; n += 1)
      bomb.push(`x-${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join()}]`);
    const project = projectOf(`${bomb.join('\n')}\nservices:\n  web: {x-a: *a8}\n`);
    expect(project.services.get('web')?.has('x-a')).toBe(true);
    const own = projectOf('services:\n  own: &own {x-a: *own}\n').services.get('own');
    expect(plain(own?.value)).toEqual({ 'x-a': null });
  });
});

test('sections, and several documents in a file', () => {
  const project = projectOf(
    'services:\n  a:\nvolumes:\n  data:\n---\nservices:\n  a: !reset null\n  c:\nvolumes:\n  data: {driver: local}\n',
  );
  expect([...project.services.keys()]).toEqual(['c']);
  expect(project.volumes.get('data')?.value?.text('driver')).toBe('local');
});

test('profiles enable services', () => {
  const text = 'services:\n  a:\n  b: {profiles: [dev]}\n  c: {profiles: [test]}\n';
  const enabled = (profiles: string[]): string[] =>
    [...projectOf(text, { profiles }).services.values()].flatMap(({ name, enabled: on }) => (on ? [name] : []));
  expect([enabled([]), enabled(['dev']), enabled(['*'])]).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c']]);
});

test('an edit makes one service anew', () => {
  const text =
    'x-c: &c {init: true}\nservices:\n  a:\n    image: a\n  b:\n    <<: *c\n    image: b\n  d:\n    image: d\n';
  let document: ComposeDocument | undefined;
  const read = (content: string): Project => {
    document = new ComposeDocument(
      TextDocument.create('file:///p/compose.yaml', 'dockercompose', 1, content),
      document,
    );
    return assembleProject({ files: [document] });
  };
  const values = (project: Project): unknown[] => [...project.services.values()].map(({ value }) => value);
  const before = values(read(text));
  const edited = read(text.replace('image: a', 'image: aa\n    init: true'));
  const after = values(edited);
  expect(after.map((value, index) => value === before[index])).toEqual([false, true, true]);
  const image = edited.services.get('d')?.get('image');
  expect(image?.document.content.slice(image.start, image.end)).toBe('d');
  expect(values(read(text.replace('init: true', 'init: false'))).map((value, index) => value === after[index])).toEqual(
    [false, false, true],
  );
});

test('a version that is asked later than the next one has its own text', () => {
  const open = (content: string, before?: ComposeDocument): ComposeDocument =>
    new ComposeDocument(TextDocument.create('file:///p/compose.yaml', 'dockercompose', 1, content), before);
  const text = 'services:\n  a:\n    image: a\n  b:\n    imgae: b\n';
  const first = open(text);
  expect(first.reports).toHaveLength(1);
  const second = open(`${text}  c:\n    imgae: c\n`, first);
  const third = open(`# a line\n${text}`, second);
  expect(third.reports).toHaveLength(1);
  expect(second.reports).toHaveLength(2);
  const [report] = third.reports;
  expect(report && third.range(offsetsOf(report.at)).start.line).toBe(5);
});
