import { bindSource } from '../../../../../server/src/compose/lint/rules/bind-source.ts';
import { buildArgs } from '../../../../../server/src/compose/lint/rules/build-args.ts';
import { buildContext } from '../../../../../server/src/compose/lint/rules/build-context.ts';
import { buildTarget } from '../../../../../server/src/compose/lint/rules/build-target.ts';
import { resourceFile } from '../../../../../server/src/compose/lint/rules/resource-file.ts';
import { unexposedPort } from '../../../../../server/src/compose/lint/rules/unexposed-port.ts';
import { type Folder, testRule } from '../../../../support/composeRule.ts';

const web = (rest: string): string => `services:\n  web:\n${rest}`;
const beside = (dockerfile: string, rest: string): Folder => ({ 'compose.yaml': web(rest), Dockerfile: dockerfile });

testRule(buildContext, {
  bad: {
    'a file as context': {
      'compose.yaml': web('    build: ./Dockerfile\n           ^^^^^^^^^^^^\n'),
      Dockerfile: 'FROM a:1\n',
    },
    'no Dockerfile in the folder of the file': { 'compose.yaml': web('    build: {}\n    ^^^^^\n') },
    'a Dockerfile that counts from the context': {
      'compose.yaml': web(
        '    build:\n      context: app\n      dockerfile: docker/app\n                  ^^^^^^^^^^\n',
      ),
      'docker/app': 'FROM a:1\n',
      'app/x': '',
    },
    'what extends brings from another folder': {
      'compose.yaml': web('    extends: { file: lib/base.yaml, service: web }\n'),
      'compose.more.yaml': web('    build: { context: none }\n                      ^^^^\n'),
      'lib/base.yaml': web('    build: app\n'),
      'lib/app/Dockerfile': 'FROM a:1\n',
    },
  },
  good: {
    'contexts elsewhere': web(
      '    build: git@github.com:a/b.git\n  b:\n    build: $DIR\n  c:\n    build: { context: docker-image://a }\n  d:\n    build: { dockerfile_inline: FROM a }\n',
    ),
  },
});

testRule(buildTarget, {
  bad: {
    'a stage that is not there': beside(
      'FROM a:1\n',
      '    build:\n      context: .\n      target: final\n              ^^^^^\n',
    ),
    'of an inline Dockerfile': web(
      '    build:\n      dockerfile_inline: |\n        FROM a:1 AS one\n      target: two\n              ^^^\n',
    ),
  },
  good: {
    'a number, and any case': beside(
      'FROM a:1 AS Dev\nFROM b:1\n',
      '    build: { context: ., target: "1" }\n  b:\n    build: { context: ., target: dev }\n  c:\n    build: { context: ., target: $T }\n',
    ),
  },
  fixes: {},
});

testRule(buildArgs, {
  bad: {
    'what is not declared': beside(
      'ARG A=1\nFROM a:$A\n',
      '    build:\n      context: .\n      args:\n        - A=2\n        - B=2\n          ^\n',
    ),
    'what is needed by a stage that is continued': beside(
      'FROM a:1 AS base\nARG V\nRUN get $V\nFROM base\n',
      '    build: .\n           ^\n',
    ),
    'a base without a default': beside('ARG BASE\nFROM $BASE\n', '    build: .\n           ^\n'),
  },
  good: {
    'what is asked for, has a default, or belongs to another stage': beside(
      'ARG G=1\nFROM a:1 AS other\nARG X\nRUN get $X\nFROM a:1\nARG G\nARG V\nARG W\nARG TARGETARCH\nRUN get ${V:-1} $G $TARGETARCH && if [ -n "$W" ]; then get $W; fi\n',
      '    build: .\n',
    ),
    'what comes by itself': beside(
      'FROM a:1\n',
      '    build: { context: ., args: { https_proxy: x, BUILDKIT_INLINE_CACHE: "1" } }\n',
    ),
  },
});

testRule(unexposedPort, {
  bad: {
    'of a stage that is continued, another protocol': beside(
      'FROM a:1 AS base\nEXPOSE 53/udp 8000-8010\nFROM base\n',
      '    build: .\n    ports:\n      - 53:53\n           ^^\n      - 8005:8005\n      - 8011:8011\n             ^^^^\n',
    ),
  },
  good: {
    'variables, and ports of nobody': beside(
      'ARG P\nFROM a:1\nARG P\nEXPOSE $P\n',
      '    build: .\n    ports: ["53:53"]\n',
    ),
    'no EXPOSE': beside('FROM nginx:1.27\n', '    build: .\n    ports: ["80:80"]\n'),
    'a default': beside('FROM a:1\nARG P=80\nEXPOSE ${P}\n', '    build: .\n    ports: ["81:80"]\n'),
  },
});

testRule(bindSource, {
  bad: {
    'a folder that is not to be made': web(
      '    image: a:1\n    volumes:\n      - type: bind\n        source: ./x\n                ^^^\n        target: /x\n        bind: { create_host_path: false }\n',
    ),
  },
  good: {
    'paths of other machines, volumes, variables': web(
      '    image: a:1\n    volumes: [/srv/x:/x, "x:/y", "$D/x:/z", ~/x:/w]\nvolumes:\n  x:\n',
    ),
  },
});

testRule(resourceFile, {
  bad: { 'a secret': 'secrets:\n  a:\n    file: a.txt\n          ^^^^^\n' },
  good: { others: 'secrets:\n  a:\n    environment: A\n  b:\n    file: $B\n' },
});
