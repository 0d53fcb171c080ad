import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { secretsIn } from '../secrets.ts';

export const noSecretValues: Rule<DockerfileFile> = {
  id: 'no-secret-values',
  summary: 'Keep tokens and keys out of the Dockerfile',
  rationale: `What a Dockerfile says is in the image's history, and in the repository. Tokens of many services can be told by
their form: AWS, GitHub, GitLab, Slack, Google, npm, PyPI, Docker Hub, Hugging Face, Stripe, Anthropic, OpenAI, SendGrid, JSON web
tokens, and private keys. One that stood here must be taken back, not just deleted.

\`RUN --mount=type=secret,id=token\` gives a step a secret that stays nowhere. Plain examples and placeholders are not
reported. The message does not repeat the secret.`,
  severity: 'warning',
  codes: [],
  scope: 'step',
  examples: {
    bad: ['FROM node:22\nENV API_TOKEN=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvcHMifQ.vT4kQz8Yw1RmNc7eLp2X\n'],
    good: [
      'FROM node:22\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\n',
      'FROM debian:12\nENV AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n',
    ],
  },
  *check(file) {
    for (const step of file.steps()) {
      for (const { name, start, end } of secretsIn(step.textOf(step))) {
        yield {
          range: file.range({ start: step.start + start, end: step.start + end }),
          message: `This is ${name}: everyone who has the image or this file can use it. Take it back, and mount a secret instead.`,
        };
      }
    }
  },
};
