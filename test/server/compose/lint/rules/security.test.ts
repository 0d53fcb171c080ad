import { describe, expect, test } from 'vitest';
import { composeRules } from '../../../../../server/src/compose/lint/rules/index.ts';
import { explicitImageTag } from '../../../../../server/src/compose/lint/rules/explicit-image-tag.ts';
import { localDatabasePorts } from '../../../../../server/src/compose/lint/rules/local-database-ports.ts';
import { noBroadCapabilities } from '../../../../../server/src/compose/lint/rules/no-broad-capabilities.ts';
import { noEngineSocket } from '../../../../../server/src/compose/lint/rules/no-engine-socket.ts';
import { noHostNamespaces } from '../../../../../server/src/compose/lint/rules/no-host-namespaces.ts';
import { noLiteralSecrets } from '../../../../../server/src/compose/lint/rules/no-literal-secrets.ts';
import { noPrivileged } from '../../../../../server/src/compose/lint/rules/no-privileged.ts';
import { noSensitiveMounts } from '../../../../../server/src/compose/lint/rules/no-sensitive-mounts.ts';
import { noUnconfined } from '../../../../../server/src/compose/lint/rules/no-unconfined.ts';
import { gradeSecurity } from '../../../../../server/src/compose/lint/security.ts';
import { problemsIn, testRule } from '../../../../support/composeRule.ts';
import { digest, imagesInUse } from '../../../../support/imagesInUse.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const web = (rest: string): string => `services:\n  web:\n    image: nginx:1.27\n${rest}`;

describe('the switch for the whole group', () => {
  const grades = (wanted: 'off' | 'hint' | 'information'): ReadonlyMap<string, string> =>
    new Map(gradeSecurity(composeRules, wanted).map(({ id, severity }) => [id, severity]));
  test.each([
    ['off', 'off', 'off'],
    ['hint', 'style', 'warning'],
    ['information', 'info', 'warning'],
  ] as const)('%s', (wanted, most, gravest) => {
    expect(grades(wanted).get('no-literal-secrets')).toBe(most);
    expect(grades(wanted).get('no-privileged')).toBe(gravest);
    expect(grades(wanted).get('no-engine-socket')).toBe(gravest);
    expect(grades(wanted).get('undefined-volume')).toBe('error');
  });
});

testRule(noPrivileged, {
  bad: {
    'a hook': web('    post_start:\n      - command: /init\n        privileged: true\n                    ^^^^\n'),
  },
  good: { 'what is switched off': web('    privileged: false\n') },
});

testRule(noEngineSocket, {
  bad: {
    'the long form': web(
      '    volumes:\n      - type: bind\n        source: /var/run/docker.sock\n                ^^^^^^^^^^^^^^^^^^^^\n        target: /s\n',
    ),
    'a rootless engine’s': web(
      '    volumes:\n      - /run/user/1000/podman/podman.sock:/s\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    ),
    'what a variable gives': web(
      '    volumes:\n      - ${S:-/var/run/docker.sock}:/s\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    ),
  },
  good: { 'a volume of that name': `${web('    volumes:\n      - docker.sock:/s\n')}volumes:\n  docker.sock:\n` },
});

testRule(noHostNamespaces, {
  bad: {
    each: web(
      '    ipc: host\n         ^^^^\n    userns_mode: "host"\n                 ^^^^^^\n    uts: host\n         ^^^^\n',
    ),
  },
  good: { others: web('    ipc: shareable\n    network_mode: bridge\n    pid: ${PID_MODE}\n') },
});

testRule(noBroadCapabilities, {
  bad: {
    'small letters': web(
      '    cap_add: [NET_ADMIN, sys_admin, cap_sys_ptrace]\n                         ^^^^^^^^^  ^^^^^^^^^^^^^^\n',
    ),
  },
});

testRule(noUnconfined, {
  bad: {
    each: web(
      '    security_opt:\n      - apparmor=unconfined\n        ^^^^^^^^^^^^^^^^^^^\n      - label:disable\n        ^^^^^^^^^^^^^\n',
    ),
  },
});

testRule(noSensitiveMounts, {
  bad: {
    'folders of the machine': web(
      '    volumes:\n      - /etc/:/e:ro\n        ^^^^^\n      - /proc:/p\n        ^^^^^\n      - /var/lib/docker:/d\n        ^^^^^^^^^^^^^^^\n',
    ),
    'keys of a person': web('    volumes:\n      - ${HOME}/.aws:/a\n               ^^^^^\n      - ~:/h\n        ^\n'),
  },
  good: {
    'files and folders of programs': web(
      '    volumes:\n      - /etc/timezone:/etc/timezone:ro\n      - /sys:/sys:ro\n      - /srv/data:/data\n      - /etc/nginx:/etc/nginx\n      - ./etc:/etc\n',
    ),
  },
});

testRule(localDatabasePorts, {
  bad: {
    'without a port of this machine': web('    ports: [6379]\n            ^^^^\n'),
    'on all interfaces': web('    ports: ["0.0.0.0:3307:3306"]\n                     ^^^^\n'),
  },
  good: { 'a range, and others': web('    ports: ["5432-5440:5432-5440", "8080:80", "[::1]:5432:5432"]\n') },
  fixes: {
    'the short form': [
      web('    ports:\n      - 5432:5432 # db\n'),
      web('    ports:\n      - 127.0.0.1:5432:5432 # db\n'),
    ],
    'a container’s port alone': [web('    ports: ["5432"]\n'), web('    ports: ["127.0.0.1::5432"]\n')],
    'an address': [web('    ports: ["0.0.0.0:5432:5432"]\n'), web('    ports: ["127.0.0.1:5432:5432"]\n')],
    'the long form': [
      web('    ports:\n      - target: 5432\n        published: "5432"\n    tty: true\n'),
      web('    ports:\n      - target: 5432\n        published: "5432"\n        host_ip: 127.0.0.1\n    tty: true\n'),
    ],
    'the long form in braces': [
      web('    ports: [{ target: 5432, published: 5432 }]\n'),
      web('    ports: [{ target: 5432, published: 5432, host_ip: 127.0.0.1 }]\n'),
    ],
  },
});

const db = (environment: string): string =>
  `services:\n  db:\n    image: postgres:17\n    environment:\n${environment}`;

testRule(noLiteralSecrets, {
  bad: {
    'names and forms': db(
      '      - POSTGRES_PASSWORD=hunter2\n                          ^^^^^^^\n      - GIT=ghp_Qm7xT2vLk9Rw4Yc8Zb3Nf6Hs1Jd5Pg0Ae7Uq\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    ),
    'an address': db('      URL: "amqp://u:pw@mq"\n            ^^^^^^^^^^^^^^\n'),
    'an argument of a build':
      'services:\n  a:\n    build:\n      context: .\n      args:\n        NPM_TOKEN: abcdefg\n                   ^^^^^^^\n',
  },
  good: {
    'switches, paths, names of other things': db(
      '      AUTH_ENABLED: "true"\n      TOKEN_TTL: 3600\n      API_KEY_FILE: /run/k\n      JWT_KEY: /keys/a.pem\n      SECRET_NAME: site\n      POSTGRES_PASSWORD: ${PW:-dev}\n      PASSWORD:\n      MYSQL_RANDOM_ROOT_PASSWORD: "yes"\n      URL: postgres://db/app\n',
    ),
  },
  fixes: {
    'a plain value': [db('      A_TOKEN: hunter2 # mine\n'), db('      A_TOKEN: ${A_TOKEN:?} # mine\n')],
    'a quoted value': [db("      A_TOKEN: 'hunter2'\n"), db("      A_TOKEN: '${A_TOKEN:?}'\n")],
    'an item': [db('      - A_TOKEN=hunter2\n'), db('      - A_TOKEN=${A_TOKEN:?}\n')],
    braces: [
      'services:\n  db:\n    image: a:1\n    environment: { A_TOKEN: hunter2 }\n',
      'services:\n  db:\n    image: a:1\n    environment: { A_TOKEN: "${A_TOKEN:?}" }\n',
    ],
  },
});

describe('ways out for a secret', () => {
  test('the value moves to an .env that is made for it', () => {
    const [problem] = problemsIn(noLiteralSecrets, db('      POSTGRES_PASSWORD: pass word\n'))['compose.yaml'] ?? [];
    expect(problem?.message).not.toContain('pass word');
    expect(problem?.elsewhere).toMatchObject([
      { path: '/project/.env', create: true, edits: [{ newText: "POSTGRES_PASSWORD='pass word'\n" }] },
    ]);
    expect(applyEdits(db('      POSTGRES_PASSWORD: pass word\n'), problem?.elsewhere?.[0]?.own ?? [])).toBe(
      db('      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}\n'),
    );
  });
  test('to the end of one that is there, unless that knows the name', () => {
    const found = (env: string): unknown =>
      problemsIn(noLiteralSecrets, { 'compose.yaml': db('      A_TOKEN: hunter2\n'), '.env': env })['compose.yaml']?.[0]
        ?.elsewhere;
    expect(found('B=1')).toMatchObject([
      { edits: [{ range: { start: { line: 0, character: 3 } }, newText: '\nA_TOKEN=hunter2\n' }] },
    ]);
    expect(found('A_TOKEN=other\n')).toBeUndefined();
  });
  test('an image that reads it from a file is given a secret', () => {
    const text = `${db('      POSTGRES_PASSWORD: hunter2\n')}\nvolumes:\n  data:\n`;
    const [problem] = problemsIn(noLiteralSecrets, text)['compose.yaml'] ?? [];
    expect(applyEdits(text, problem?.alternatives?.[0]?.edits ?? [])).toBe(
      `${db('      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password\n    secrets:\n      - postgres_password\n')}\nvolumes:\n  data:\n\nsecrets:\n  postgres_password:\n    environment: POSTGRES_PASSWORD\n`,
    );
  });
});

testRule(explicitImageTag, {
  bad: { 'a registry’s port': 'services:\n  a:\n    image: localhost:5000/a\n           ^^^^^^^^^^^^^^^^\n' },
  good: { 'a digest, a variable': `services:\n  a:\n    image: a@${digest('1')}\n  b:\n    image: b:$TAG\n` },
});

test('the tags and the digest that the engine has are offered', () => {
  const images = imagesInUse({
    nginx: {
      tags: [
        ['1.27', 1],
        ['latest', 1],
        ['1.26', 2],
      ],
    },
  });
  const text = 'services:\n  a:\n    image: "nginx"\n';
  const [problem] = problemsIn(explicitImageTag, text, { images })['compose.yaml'] ?? [];
  const all = [problem?.fix, ...(problem?.alternatives ?? [])];
  expect(all.map((fix) => fix?.title)).toEqual(['Say :1.27, the same image', 'Say :1.26', 'Pin nginx to its digest']);
  expect(all.map((fix) => applyEdits(text, fix?.edits ?? []).split('image: ')[1])).toEqual([
    '"nginx:1.27"\n',
    '"nginx:1.26"\n',
    `"nginx@${digest('1')}"\n`,
  ]);
});
