import { expect, test } from 'vitest';
import { noSecretValues } from '../../../../../server/src/dockerfile/lint/rules/no-secret-values.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

/** Put together here, so that nobody takes this file for a leak. */
const letters = 'Zk3vQ8sT1xLw5RbN7yJc2HfD9gPm4UaXe0VoZk3vQ8sT1xLw5RbN7yJc2HfD9gPm';
const tokens: readonly (readonly [name: string, token: string])[] = [
  [
    'an AWS access key id',
    `AKIA${letters
      .toUpperCase()
      .replaceAll(/[^A-Z2-7]/g, '')
      .slice(0, 16)}`,
  ],
  ['a GitHub token', `ghp_${letters.slice(0, 36)}`],
  ['a GitHub token', `github_pat_${letters.slice(0, 22)}_${letters.slice(0, 59)}`],
  ['a GitLab token', `glpat-${letters.slice(0, 20)}`],
  ['a Slack token', `xoxb-90210-${letters.slice(0, 24)}`],
  ['a Slack webhook', `hooks.slack.com/services/T0AB1/B0CD2/${letters.slice(0, 24)}`],
  ['a Google API key', `AIza${letters.slice(0, 35)}`],
  ['an npm token', `npm_${letters.slice(0, 36)}`],
  ['a PyPI token', `pypi-AgE${letters.slice(0, 60)}`],
  ['a Docker Hub token', `dckr_pat_${letters.slice(0, 27)}`],
  ['a Hugging Face token', `hf_${letters.replaceAll(/\d/g, '').slice(0, 34)}`],
  ['a Stripe key', `sk_live_${letters.slice(0, 24)}`],
  ['an Anthropic or OpenAI key', `sk-proj-${letters.slice(0, 40)}`],
  ['a SendGrid key', `SG.${letters.slice(0, 22)}.${letters.slice(0, 43)}`],
  ['a JSON web token', `eyJ${letters.slice(0, 12)}.eyJ${letters.slice(0, 30)}.${letters.slice(0, 43)}`],
];

test.each(tokens)('finds %s in every instruction and does not repeat it: %s', (name, token) => {
  for (const instruction of [
    `ENV A=b C="${token}"`,
    `ARG A=${token}`,
    `RUN curl -u a:${token} \\\n  b`,
    `LABEL a=${token}`,
  ]) {
    const [problem, ...more] = problemsOf(noSecretValues, `FROM a\n${instruction}\n`);
    const at = instruction.indexOf(token);
    expect(problem?.range).toEqual({
      start: { line: 1, character: at },
      end: { line: 1, character: at + token.length },
    });
    expect(problem?.message).toContain(name);
    expect(problem?.message).not.toContain(token.slice(0, 8));
    expect(more).toEqual([]);
  }
});

test('finds a private key, on one line and on several', () => {
  const key = letters.slice(0, 64);
  const begin = ['-----BEGIN', 'OPENSSH PRIVATE KEY-----'].join(' ');
  for (const text of [`FROM a\nRUN echo "${begin}\\n${key}" > b\n`, `FROM a\nCOPY <<EOF /b\n${begin}\n${key}\nEOF\n`])
    expect(problemsOf(noSecretValues, text)).toHaveLength(1);
});

testRule(noSecretValues, {
  good: {
    "documentation's own": 'FROM a\nENV KEY=AKIAIOSFODNN7EXAMPLE\n',
    placeholders: `FROM a\nENV A=ghp_${'x'.repeat(36)} B=npm_1234567890abcdefghij1234567890abcdef C=xoxb-your-token-here\n`,
    'what refers to one':
      'FROM a\nARG GITHUB_TOKEN\nRUN --mount=type=secret,id=npm_token curl -H "Authorization: $GITHUB_TOKEN" b\n',
    'the words alone': 'FROM a\nRUN grep -q "BEGIN RSA PRIVATE KEY" b && npm_config_cache=/c npm ci\n',
    digests: `FROM a@sha256:${'0123456789abcdef'.repeat(4)}\nRUN echo AKIA gho_ sk-learn\n`,
  },
});
