import { describe, expect, test } from 'vitest';
import { provideCodeActions } from '../../../../server/src/compose/features/codeActions.ts';
import { applyEdits } from '../../../support/markedText.ts';
import { corpusComposeFiles } from '../../../support/corpus.ts';
import { cursorIn } from '../features/at.ts';
import { open, problemsOf } from '../open.ts';

/** What can be made of the place of the `|`, by title: the text after it. */
function offers(marked: string): Record<string, string> {
  const { document, position, text } = cursorIn(marked);
  const actions = provideCodeActions(document, { range: { start: position, end: position } });
  return Object.fromEntries(
    actions.map(({ title, edit }) => [title, applyEdits(text, edit?.changes?.[document.uri] ?? [])]),
  );
}
const service = (rest: string): string => `services:\n  web:\n    image: a\n${rest}`;

describe('there and back, with comments', () => {
  test.each([
    [
      'a port',
      'ports:\n      - "80|80:80" # web\n      # more\n      - 9090\n',
      'Write this port in the long form',
      'ports:\n      - target: 80 # web\n        published: "8080"\n      # more\n      - 9090\n',
      'Write this port in the short form',
    ],
    [
      'all ports',
      'ports:\n      - "127.0.0.1:80|80:80/udp"\n      # more\n      - "9090" # b\n',
      'Write all ports in the long form',
      'ports:\n      - target: 80\n        published: "8080"\n        host_ip: 127.0.0.1\n        protocol: udp\n      # more\n      - target: 9090 # b\n',
      'Write all ports in the short form',
    ],
    [
      'a mount',
      'volumes:\n      - ./s|rc:/app:ro # code\n',
      'Write this mount in the long form',
      'volumes:\n      - type: bind # code\n        source: ./src\n        target: /app\n        read_only: true\n',
      'Write this mount in the short form',
    ],
    [
      'a volume',
      'volumes:\n      - da|ta:/data:nocopy\n',
      'Write this mount in the long form',
      'volumes:\n      - type: volume\n        source: data\n        target: /data\n        volume:\n          nocopy: true\n',
      'Write this mount in the short form',
    ],
    [
      'an env file',
      'env_file:\n      - a.e|nv # a\n',
      'Write this file in the long form',
      'env_file:\n      - path: a.env # a\n        required: true\n',
      'Write this file in the short form',
    ],
    [
      'environment',
      'environment:\n      # one\n      - A|=1 # a\n\n      - B=x y\n      - C\n      - D=\n',
      'Write environment as a mapping',
      'environment:\n      # one\n      A: "1" # a\n\n      B: x y\n      C:\n      D: ""\n',
      'Write environment as a list',
    ],
    [
      'dependencies',
      'depends_on:\n      - d|b # first\n      # then\n      - cache\n',
      'Write depends_on as a mapping',
      'depends_on:\n      db: # first\n        condition: service_started\n      # then\n      cache:\n        condition: service_started\n',
      undefined,
    ],
    [
      'networks',
      'networks:\n      - fr|ont # a\n      - back\n',
      'Write networks as a mapping',
      'networks:\n      front: # a\n      back:\n',
      'Write networks as a list',
    ],
    [
      'hosts',
      'extra_hosts:\n      - h|ost:1.2.3.4\n',
      'Write extra_hosts as a mapping',
      'extra_hosts:\n      host: 1.2.3.4\n',
      'Write extra_hosts as a list',
    ],
  ])('%s', (_name, before, there, after, back) => {
    const text = service(`    ${before}`);
    expect(offers(text)[there]).toBe(service(`    ${after}`));
    if (back === undefined) return;
    // The cursor goes to the same line.
    const line = text.split('\n').findIndex((each) => each.includes('|'));
    const lines = service(`    ${after}`).split('\n');
    lines[line] = (lines[line] ?? '').replace(/(\w)(?=\w|:)/, '$1|');
    const again = offers(lines.join('\n'))[back] ?? '';
    expect(again).toBe(text.replace('|', ''));
  });
});

describe('what else is rewritten', () => {
  test.each([
    [
      'in brackets',
      'depends_on: [d|b] # a\n',
      'Write depends_on as a mapping',
      'depends_on: # a\n      db:\n        condition: service_started\n',
    ],
    ['in braces', 'environment: {A|: b}\n', 'Write environment as a list', 'environment:\n      - A=b\n'],
    [
      'dependencies that only start',
      'depends_on:\n      d|b:\n        condition: service_started\n',
      'Write depends_on as a list',
      'depends_on:\n      - db\n',
    ],
    ['a single text', 'env_file: a.e|nv # b\n', 'Write env_file as a list', 'env_file: # b\n      - a.env\n'],
    [
      'comments between the keys',
      'ports:\n      - target: 8|0 # a\n        # b\n        published: 90 # c\n',
      'Write this port in the short form',
      'ports:\n      - "90:80" # a # b # c\n',
    ],
    [
      'a port with a variable',
      'ports:\n      - "${P:-|80}:80"\n',
      'Write this port in the long form',
      'ports:\n      - target: 80\n        published: ${P:-80}\n',
    ],
  ])('%s', (_name, before, title, after) => {
    expect(offers(service(`    ${before}`))[title]).toBe(service(`    ${after}`));
  });

  test('lists at their key', () => {
    expect(offers('services:\n  web:\n    environment:\n    - A|=b\n    # c\n    - D\n')).toMatchObject({
      'Write environment as a mapping': 'services:\n  web:\n    environment:\n      A: b\n    # c\n      D:\n',
    });
  });

  test('with CRLF', () => {
    expect(offers(service('    ports:\n      - 8|0:80\n').replaceAll('\n', '\r\n'))).toMatchObject({
      'Write this port in the long form': service(
        '    ports:\n      - target: 80\n        published: "80"\n',
      ).replaceAll('\n', '\r\n'),
    });
  });
});

describe('not where something would be lost', () => {
  test.each([
    'depends_on:\n      d|b:\n        condition: service_healthy\n',
    'depends_on:\n      d|b:\n        condition: service_started\n        required: false\n',
    'networks:\n      fr|ont:\n        aliases: [a]\n',
    'ports:\n      - target: 8|0\n        mode: host\n',
    'ports:\n      - "80|-90:80-90"\n',
    'volumes:\n      - type: tmpfs\n        tar|get: /a\n',
    'volumes:\n      - C|:\\a:/a\n',
    'env_file:\n      - path: a|\n        required: false\n',
    'environment:\n      - A|=1\n      - A=2\n',
    'environment:\n      <<: *a\n      B|: c\n',
    'environment:\n      A|: &x b\n',
    'command: [a|, b]\n',
  ])('%j', (rest) => {
    expect(Object.keys(offers(service(`    ${rest}`))).filter((title) => title.startsWith('Write'))).toEqual([]);
  });
});

describe('to an anchor', () => {
  test('with comments, and shared by those who say the same', () => {
    const text = `# file

# all
services:
  web:
    image: a
    logg|ing: # logs
      driver: local # small
      # how much
      options:
        max-size: 10m

  db:
    logging: { driver: local, options: { max-size: 10m } }
  job:
    logging:
      options:
        max-size: 10m
      driver: local
  other:
    logging:
      driver: local
      options:
        max-size: 10m
    tty: true
`;
    expect(offers(text)).toEqual({
      'Extract logging to x-logging, shared by 2 services': `# file

x-logging: &logging
  driver: local # small
  # how much
  options:
    max-size: 10m

# all
services:
  web:
    image: a
    logging: *logging # logs

  db:
    logging: { driver: local, options: { max-size: 10m } }
  job:
    logging:
      options:
        max-size: 10m
      driver: local
  other:
    logging: *logging
    tty: true
`,
    });
  });

  test('with a free name', () => {
    const text = 'x-ports: 1\nservices:\n  web:\n    por|ts:\n      - "80"\n';
    expect(offers(text)).toMatchObject({
      'Extract ports to x-ports-2':
        'x-ports: 1\nx-ports-2: &ports-2\n  - "80"\n\nservices:\n  web:\n    ports: *ports-2\n',
    });
  });

  test.each([
    'services:\n  web:\n    ima|ge: a\n',
    'services:\n  web: &a\n    environment:\n      A: b\n  db:\n    envi|ronment:\n      <<: *a\n',
    'services:\n  web:\n    logg|ing: &a\n      driver: local\n',
    'networks:\n  a:\n    labels|:\n      a: b\n',
  ])('not in %j', (text) => {
    expect(Object.keys(offers(text)).filter((title) => title.startsWith('Extract'))).toEqual([]);
  });
});

test('no rewrite of a real file makes an error', async () => {
  for (const { text } of await corpusComposeFiles()) {
    const document = open(text);
    const before = (await problemsOf(text)).filter(({ severity }) => severity === 'error').length;
    for (let line = 0; line < document.text.lineCount; line += 1) {
      const character = /^[ -]*/.exec(text.split(/\r?\n/)[line] ?? '')?.[0].length ?? 0;
      const at = { line, character };
      for (const { title, edit } of provideCodeActions(document, { range: { start: at, end: at } })) {
        const after = applyEdits(text, edit?.changes?.[document.uri] ?? []);
        const errors = (await problemsOf(after)).filter(({ severity }) => severity === 'error');
        expect(errors.length, `${title}\n${after}`).toBeLessThanOrEqual(before);
      }
    }
  }
});
