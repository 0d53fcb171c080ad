import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { provideEffective } from '../../../../server/src/compose/features/effective.ts';
import { plain, projectOf } from '../../../support/composeRule.ts';

const files = {
  'compose.yaml': `name: shop
x-env: &env
  LOG: info
services:
  web:
    image: shop/web:\${TAG:-dev}
    environment: *env
    ports:
      - 8080:80
  db:
    image: postgres:17
    volumes: [data:/data]
volumes:
  data:
`,
  'compose.override.yaml': `services:
  web:
    image: shop/web:next
    command: ["sh", "-c", "echo 'a: b' # no"]
`,
};

/** Each line with the file and line (from 1) that it comes from. */
function traced(given: Parameters<typeof projectOf>[0]): string[] {
  const { text, lines } = provideEffective(projectOf(given));
  return text.split('\n').map((line, index) => {
    const origin = lines[index];
    const place = origin ? `${origin.uri.split('/').at(-1)}:${origin.range.start.line + 1}` : '';
    return place === '' ? line : `${line}   ← ${place}`;
  });
}

describe('what a project comes to', () => {
  test('has everything merged, and of each line the place it was written in', () => {
    expect(traced(files).join('\n')).toMatchInlineSnapshot(`
      "name: shop   ← compose.yaml:1

      services:
        web:   ← compose.override.yaml:2
          image: shop/web:next   ← compose.override.yaml:3
          environment:   ← compose.yaml:7
            LOG: info   ← compose.yaml:3
          ports:   ← compose.yaml:8
            - "8080:80"   ← compose.yaml:9
          command:   ← compose.override.yaml:4
            - sh   ← compose.override.yaml:4
            - "-c"   ← compose.override.yaml:4
            - "echo 'a: b' # no"   ← compose.override.yaml:4
        db:   ← compose.yaml:10
          image: postgres:17   ← compose.yaml:11
          volumes:   ← compose.yaml:12
            - data:/data   ← compose.yaml:12

      volumes:
        data:   ← compose.yaml:14
      "
    `);
  });

  test('is the project’s own value when it is read again', () => {
    const project = projectOf(files);
    const read = parse(provideEffective(project).text) as { services: Record<string, unknown> };
    for (const [name, { value }] of project.services) expect(read.services[name]).toEqual(plain(value));
  });

  test.each([
    'plain text',
    'a: b',
    'a #b',
    '"quoted"',
    "it's",
    ' blank before',
    'blank after ',
    'true',
    '1.0',
    '0o10',
    '12:30:45',
    'yes',
    'null',
    '~',
    '',
    '-',
    '- a',
    '? a',
    '[a]',
    '{a}',
    '*a',
    '&a',
    '!a',
    '@a',
    '`a',
    '%a',
    '---',
    '<<',
    'a\nb',
    'a\nb\n',
    'a\nb\n\n',
    '\na',
    ' a\nb',
    'a\n\n b\n',
    'tab\there',
    'bell\u0007',
    'line\u2028end',
    'next\u0085line',
    'ä → ü 🐳',
  ])('keeps the text %j', (text) => {
    const json = JSON.stringify(text).replaceAll('\u0085', '\\u0085').replaceAll('\u2028', '\\u2028');
    const project = projectOf(`services:\n  web:\n    x-text: ${json}\n    x-list: [${json}]\n`);
    const read = parse(provideEffective(project).text) as { services: { web: unknown } };
    expect(read.services.web).toEqual({ 'x-text': text, 'x-list': [text] });
  });

  test('ends where aliases multiply', () => {
    const bomb = ['x-0: &a0 [b, b, b, b, b, b, b, b, b, b]'];
    for (let n = 1; n < 9; n += 1)
      bomb.push(`x-${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join()}]`);
    const project = projectOf(`${bomb.join('\n')}\nservices:\n  web: {x-a: *a8}\n`);
    expect(provideEffective(project).lines.length).toBeLessThanOrEqual(50_001);
  });
});
