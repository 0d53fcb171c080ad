import { expect, test } from 'vitest';
import { provideSemanticTokens } from '../../../../server/src/compose/features/semanticTokens.ts';
import { tokenWords } from '../../../support/tokenWords.ts';
import { open } from '../open.ts';

const tokens = (text: string): string[] => tokenWords(text, provideSemanticTokens(open(text)));
/** Of a service's key, without the line. */
const of = (rest: string): string[] =>
  tokens(`services:\n  web:\n    ${rest}\n`)
    .slice(1)
    .map((token) => token.replace(/^\d+ /, ''));

test('names, where they are given and where they are used', () => {
  const text = `services:
  web:
    depends_on: {db: {condition: service_healthy}}
    network_mode: service:db
    networks: [front]
    volumes: ["data:/data:ro"]
  db: {}
networks:
  front:
volumes:
  data:
version: "3"
`;
  expect(tokens(text)).toEqual([
    '2 web class+declaration',
    '3 db class',
    '3 service_healthy keyword',
    '4 db class',
    '5 front namespace',
    '6 data namespace',
    '6 : operator',
    '6 : operator',
    '6 ro keyword',
    '7 db class+declaration',
    '9 front namespace+declaration',
    '11 data namespace+declaration',
    '12 version property+deprecated',
  ]);
});

test.each([
  ['image: ghcr.io:443/a/b:1.2', ['ghcr.io:443/a/b class', '1.2 property']],
  ['image: a@sha256:ab', ['a class', 'sha256:ab property']],
  [
    'image: "a:${TAG:-1.${X}}-slim"',
    ['a class', '${TAG variable', ':- operator', '${X} variable', '} variable', '-slim property'],
  ],
  ['image: $IMAGE', ['$IMAGE variable']],
  [
    'ports: ["127.0.0.1:${P}:80/udp"]',
    ['127.0.0.1 number', ': operator', '${P} variable', ': operator', '80 number', '/ operator', 'udp keyword'],
  ],
  ['stop_grace_period: 1m30s', ['1 number', 'm keyword', '30 number', 's keyword']],
  ['mem_limit: 1.5g', ['1.5 number', 'g keyword']],
  ['environment: {A: b}', ['A variable+declaration']],
  ['environment: ["A=$B c"]', ['A variable', '= operator', '$B variable']],
  ['restart: unless-stopped', ['unless-stopped keyword']],
  ['command: |\n      echo $HOME', ['$HOME variable']],
  ['command: "\\u0041 $B"', ['$B variable']],
])('%s', (rest, expected) => {
  expect(of(rest)).toEqual(expected);
});

test('anchors, aliases and merges', () => {
  expect(tokens('x-a: &a {b: c}\nservices:\n  web: &w\n    <<: *a\n  db: *w\n')).toEqual([
    '1 &a parameter+declaration',
    '3 web class+declaration',
    '3 &w parameter+declaration',
    '4 << operator',
    '4 *a parameter',
    '5 db class+declaration',
    '5 *w parameter',
  ]);
});

test('of a range, and with CRLF', () => {
  const text = 'services:\n  web:\n    image: a\n  db:\n    image: b\n'.replaceAll('\n', '\r\n');
  const document = open(text);
  const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
  expect(tokenWords(text, provideSemanticTokens(document, range))).toEqual(['4 db class+declaration']);
  expect(tokens(text)).toEqual(['2 web class+declaration', '3 a class', '4 db class+declaration', '5 b class']);
});

test('a key that is missing has no color', () => {
  expect(tokens('services:\n  : a\n  web:\n')).toEqual(['3 web class+declaration']);
});
