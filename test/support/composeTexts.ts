import { composeRules } from '../../server/src/compose/lint/rules/index.ts';
import { composeText } from './composeText.ts';
import { pick, random } from './random.ts';

/** What stands in compose files, whole and broken; two blanks at a time are put before it. */
const pieces = [
  'services:',
  'web: &web',
  'db: *web',
  '<<: [*web, *nothing]',
  'image: "nginx:${TAG:-1.${MINOR:?no}}"',
  'image: ${A:-${B:-${C}}}',
  'build: {context: ., args: [A=1, B], target: x}',
  'ports: ["80:80", 127.0.0.1::53/udp, 8000-8010:80]',
  '- target: 80',
  '- "80:80',
  '- data:/data:ro,z',
  'environment: {A: , B: "$$", C: ${}}',
  'command: >-',
  'entrypoint: |2',
  '  folded text #not a comment',
  'depends_on: [web, web, nobody]',
  'depends_on: {web: {condition: service_helthy}}',
  'extends: {file: ./other.yaml, service: web}',
  'extends: web',
  'healthcheck: {test: [CMD], interval: 1x}',
  'deploy: {resources: {limits: {cpus: "0.5", memory: 1gb}}}',
  'networks: !reset []',
  'ports: !override',
  'network_mode: service:web',
  'volumes:',
  'networks: {front: {ipam: {config: [{subnet: 10.0.0.0/33}]}}}',
  'secrets: [token, {source: key, target: /a}]',
  'include: [a.yaml, {path: [b.yaml], env_file: c}]',
  'version: "3"',
  'x-a: &a {b: &b [*a, *b]}',
  '? complex',
  ': value',
  '---',
  '...',
  '%YAML 1.2',
  '# dclint disable',
  '# gantry ignore=no-privileged',
  'docker run -p 80:80 -v "a b:/c" --name x nginx \\',
  '!!binary |',
  '- - - x',
  '{',
  ']',
  '\tkey: 1',
  '',
] as const;

const noise = [
  ['\r', '\n', '\t', ' ', '  ', ':', ': ', '- ', '"', "'", '$', '${', '}', '{', '[', ']', ',', '&a ', '*a', '!x '],
  ['|', '>', '#', ' #', '?', '@', '`', '%', '\0', 'é', '👩‍👩‍👧', '\u2028', '\uFEFF', '\uD800', '<<: ', '---\n'],
].flat();

/** Whole files to spoil: what the rules are explained with, and a project with everything. */
const whole: readonly string[] = [
  ...composeRules.flatMap(({ examples: { bad, good } }) => [bad, good]).flat(),
  composeText({ services: 2 }),
];

/** A text from a seed, the same each time: a whole file cut and spoilt, pieces in any order, or any characters. */
export function composeFuzzText(seed: number, files: readonly string[] = whole): string {
  const next = random(seed);
  const kind = next();
  if (kind < 0.1)
    return Array.from({ length: Math.floor(next() * 400) }, () =>
      String.fromCharCode(next() * (next() < 0.8 ? 128 : 65_536)),
    ).join('');
  const eol = pick(next, ['\n', '\n', '\n', '\r\n']);
  const piece = (): string => '  '.repeat(Math.floor(next() * 4)) + pick(next, pieces);
  let text =
    kind < 0.5
      ? Array.from({ length: 1 + Math.floor(next() * 60) }, piece).join(eol)
      : pick(next, files).replaceAll(/\r?\n/g, eol);
  for (let spoils = Math.floor(next() * 12); spoils > 0; spoils -= 1) {
    const at = Math.floor(next() * text.length);
    const cut = Math.floor(next() ** 4 * 40);
    const put = next() < 0.2 ? `${eol}${piece()}${eol}` : pick(next, noise);
    text = text.slice(0, at) + (next() < 0.7 ? put : '') + text.slice(at + cut);
  }
  return text;
}

/** Texts that nobody writes and a server must survive, by what is extreme in them. */
export function extremeComposeTexts(size = 1): Readonly<Record<string, string>> {
  const many = (count: number, text: (index: number) => string): string =>
    Array.from({ length: Math.ceil(count * size) }, (_, index) => text(index)).join('');
  const web = (rest: string): string => `services:\n  web:\n    image: a\n    ${rest}`;
  const bomb = (of: (alias: string) => string): string =>
    `x-0: &a0 ${of('b')}\n${many(30, (i) => `x-${i + 1}: &a${i + 1} ${of(`*a${i}`)}\n`)}`;
  return {
    'an alias bomb of lists': `${bomb((a) => `[${`${a}, `.repeat(9)}${a}]`)}services:\n  web:\n    command: *a9\n`,
    'an alias bomb of merges': `x-0: &a0 {image: b}\n${many(30, (i) => `x-${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}, *a${i}]}\n`)}services:\n  web: *a9\n`,
    'an alias of itself': 'x-a: &a\n  b: *a\n  <<: *a\nservices:\n  web: *a\n',
    'many aliases': `x-a: &a {image: b, labels: {c: d}}\nservices:\n${many(5_000, (i) => `  s${i}:\n    <<: *a\n`)}`,
    'a plain scalar of 1 MB': web(`command: ${many(1_000_000, () => 'x')}\n`),
    'a quoted scalar of 1 MB': web(`command: "${many(1_000_000, () => ' ')}"\n`),
    'an open quote of 1 MB': web(`command: "${many(1_000_000, () => 'x')}`),
    'a block scalar of 1 MB': web(`command: |\n${many(20_000, () => `      ${'x'.repeat(44)}\n`)}`),
    'a key of 1 MB': web(`${many(1_000_000, () => 'x')}: 1\n`),
    'a name of 1 MB': `services:\n  ${many(1_000_000, () => 'x')}:\n    image: a\n`,
    'a comment of 1 MB': `# ${many(1_000_000, () => 'x')}\nservices: {}\n`,
    'words of 1 MB': web(`command: ${many(200_000, () => 'echo ')}\n`),
    'a port of 1 MB': web(`ports: ["${many(500_000, () => '8:')}"]\n`),
    'a volume of 1 MB': web(`volumes: ["${many(500_000, () => 'a:')}"]\n`),
    'an image of 1 MB': `services:\n  web:\n    image: ${many(250_000, () => 'a/b-')}\n`,
    'a duration of 1 MB': web(`stop_grace_period: ${many(500_000, () => '1s')}\n`),
    'variables in variables': web(`user: ${many(5_000, () => '${A:-')}x${many(5_000, () => '}')}\n`),
    'open variables': web(`user: ${many(20_000, () => '${')}\n`),
    'variables without names': web(`user: ${many(5_000, () => '${${}}')}\n`),
    dollars: web(`user: ${many(100_001, () => '$')}\n`),
    'many variables': web(`user: ${many(20_000, (i) => `$A${i}`)}\n`),
    'nested lists': web(`command: ${many(5_000, () => '[')}${many(5_000, () => ']')}\n`),
    'open lists': web(`command: ${many(20_000, () => '[')}`),
    'nested mappings': web(`labels: ${many(5_000, () => '{a: ')}${many(5_000, () => '}')}\n`),
    'open mappings': web(`labels: ${many(20_000, () => '{')}`),
    'nested blocks': many(1_500, (i) => `${' '.repeat(i)}a:\n`),
    'nested dashes': `x-a: \n  ${many(5_000, () => '- ')}x\n`,
    questions: many(5_000, () => '? '),
    'many services': `services:\n${many(10_000, (i) => `  s${i}:\n    image: a\n`)}`,
    'many services, each on the last': `services:\n  s0:\n    image: a\n${many(10_000, (i) => `  s${i + 1}:\n    image: a\n    depends_on: [s${i}]\n`)}`,
    'many services, each from the last': `services:\n  s0:\n    image: a\n${many(3_000, (i) => `  s${i + 1}:\n    extends: s${i}\n`)}`,
    'services on one port': `services:\n${many(5_000, (i) => `  s${i}:\n    image: a\n    ports: ["80:80"]\n    container_name: a\n`)}`,
    'one service again and again': `services:\n${many(5_000, () => '  web:\n    image: a\n')}`,
    'services in one line': `services: {${many(10_000, (i) => `s${i}: {image: a}, `)}}\n`,
    'many documents': many(5_000, () => '---\nservices: {web: {image: a}}\n'),
    'many errors': `services:\n  web:\n    image: a\n${many(10_000, (i) => `    key${i}: x\n`)}`,
    'many items': web(`cap_add: [${many(20_000, (i) => `C${i}, `)}]\n`),
    'the same item': web(`ports:\n${many(10_000, () => '      - "80:80"\n')}`),
    'broken lines': many(10_000, () => '  : - ] }\n'),
    tabs: many(20_000, () => '\t\t- a\n'),
    'ignore comments': `services:\n${many(5_000, (i) => `  # gantry ignore=unknown-key\n  s${i}:\n    bogus: 1\n`)}`,
    'a pasted run of 1 MB': `services:\n  docker run ${many(100_000, () => '-p 80:80 ')}a\n`,
    'blank lines': many(100_000, () => '\n'),
    'control characters': many(50_000, (i) => String.fromCharCode(i % 32)),
  };
}
