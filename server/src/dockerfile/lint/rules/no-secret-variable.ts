import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Assignment } from '../../model/assignments.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { wholeLines } from '../wholeLines.ts';

export const noSecretVariable: Rule<DockerfileFile> = {
  id: 'no-secret-variable',
  summary: 'Keep secrets out of ARG and ENV',
  rationale: `The values of \`ENV\` are in the image, those of \`ARG\` in its history and in the build cache: whoever can pull the image
can read them. A secret mount shows the secret to one \`RUN\` and leaves nothing behind:
\`RUN --mount=type=secret,id=TOKEN,env=TOKEN …\`, with \`docker build --secret id=TOKEN\`.

Only names can be judged here. BuildKit looks for words: \`key\`, \`token\`, \`auth\` and the like between underscores, unless
\`public\`, \`file\` or \`version\` is one of them, too; it leaves \`ARG\`s before the first \`FROM\` alone. hadolint looks for parts
of words (\`password\`, \`secret\`, \`token\`, but also \`username\` and \`private\`) and knows some names of services. Either is enough.`,
  severity: 'warning',
  codes: ['DL3064', 'SecretsUsedInArgOrEnv'],
  scope: 'stage',
  examples: {
    bad: [
      'FROM node:22\nARG NPM_TOKEN\nRUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci\n',
      'FROM alpine:3.20\nENV DB_PASSWORD=hunter2\n',
    ],
    good: [
      'FROM node:22\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci\n',
      'FROM alpine:3.20\nENV KEYBOARD=de MONKEY=1\n',
    ],
  },
  *check(file) {
    for (const name of ['ARG', 'ENV'])
      for (const step of file.all(name))
        for (const assignment of step.assignments) {
          const codes = codesOf(step, assignment.name);
          if (codes.length > 0) yield report(file, { step, assignment, codes });
        }
  },
};

function codesOf(step: Step, name: string): string[] {
  const codes = looksSecretToHadolint(name) ? ['DL3064'] : [];
  if (step.stage.from !== undefined && step.onbuild === undefined && looksSecretToBuildKit(name))
    codes.push('SecretsUsedInArgOrEnv');
  return codes;
}

const secretWords = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmlessWords = /(?:^|_)(?:public|file|version)(?:_|$)/i;

function looksSecretToBuildKit(name: string): boolean {
  return secretWords.test(name) && !harmlessWords.test(name);
}

const secretParts = /api_key|client_key|password|private|secret|token|username/i;
/** What hadolint knows by name and the parts do not cover. */
const secretNames = new Set([
  'APPLICATION_KEY',
  'AWS_ACCESS_KEY_ID',
  'CI_DEPLOY_USER',
  'DOCKER_EMAIL',
  'FACEBOOK_APP_ID',
  'HEROKU_API_USER',
  'OKTA_AUTHN_GROUPID',
  'OKTA_CLIENT_ORGURL',
  'OKTA_OAUTH2_CLIENTID',
  'STRIPE_DEVICE_NAME',
  'TRAVIS_OS_NAME',
  'TRAVIS_SECURE_ENV_VARS',
  'TRAVIS_SUDO',
]);

function looksSecretToHadolint(name: string): boolean {
  return secretParts.test(name) || secretNames.has(name.toUpperCase());
}

interface Suspect {
  readonly step: Step;
  readonly assignment: Assignment;
  readonly codes: readonly string[];
}

function report(file: DockerfileFile, { step, assignment, codes }: Suspect): Finding {
  const where = step.name === 'ENV' ? 'the image' : 'the history of the image';
  const edits = mountInstead(file, step, assignment);
  return {
    range: file.range(assignment),
    message: `If ${assignment.name} is a secret, everyone who has the image can read it: its value stays in ${where}. Use a secret mount.`,
    codes,
    ...(edits && { fix: { title: `Mount ${assignment.name} as a secret where it is used`, edits, safe: false } }),
  };
}

/** A lone `ARG` without a value that only `RUN`s of its stage use can be a secret mount of theirs. */
function mountInstead(file: DockerfileFile, step: Step, { name, value }: Assignment): TextEdit[] | undefined {
  if (step.name !== 'ARG' || value !== undefined || step.assignments.length !== 1 || step.onbuild) return undefined;
  const uses = new RegExp(`\\$(${name}\\b|\\{${name}\\b)`);
  const users = step.stage.steps.filter(
    (other) => other.start > step.start && uses.test(file.source.text.slice(other.start, other.end)),
  );
  if (step.stage.from === undefined || users.length === 0) return undefined;
  if (users.some((user) => user.name !== 'RUN') || file.isContinued(step.stage)) return undefined;
  return [
    { range: wholeLines(file, step.startLine, step.endLine), newText: '' },
    ...users.map(({ keyword: { end } }) => ({
      range: file.range({ start: end, end }),
      newText: ` --mount=type=secret,id=${name},env=${name}`,
    })),
  ];
}
