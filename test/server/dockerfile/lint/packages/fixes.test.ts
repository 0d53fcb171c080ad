import { expect, test } from 'vitest';
import { dockerfileRules } from '../../../../../server/src/dockerfile/lint/rules/index.ts';
import { safeFixes } from '../../../../../server/src/lint/actions.ts';
import { problemsOf } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const ids =
  /^(answer-(apt|yum|zypper|dnf)-prompts|clean-(apt-lists|(yum|dnf|zypper)-cache)|no-apk-cache|apt-get-instead-of-apt)$/;
const rules = dockerfileRules.filter(({ id }) => ids.test(id));

function fixed(text: string): string {
  return applyEdits(text, safeFixes(rules.flatMap((rule) => problemsOf(rule, text))).edits);
}

test.each([
  [
    'apt, on one line',
    'RUN apt update && apt install curl',
    'RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
  ],
  [
    'apk, over lines',
    'RUN apk add --update \\\n      curl \\\n  &&  rm -rf /var/cache/apk/* \\\n  && apk del curl',
    'RUN apk add --no-cache \\\n      curl \\\n  &&  rm -rf /var/cache/apk/* \\\n  && apk del curl',
  ],
  ['yum', 'RUN yum install curl; yum remove git', 'RUN yum install -y curl; yum remove -y git && yum clean all'],
  ['zypper in JSON', 'RUN ["zypper", "in", "curl"]', 'RUN ["zypper", "-n", "in", "curl"]'],
  [
    'several in one here-document',
    'RUN <<EOF\ndnf install curl\nmicrodnf install git\napt-get update\nEOF',
    'RUN <<EOF\ndnf install -y curl && dnf clean all\nmicrodnf install -y git && microdnf clean all\napt-get update && rm -rf /var/lib/apt/lists/*\nEOF',
  ],
])('one round fixes all that is safe: %s', (_, before, after) => {
  const text = fixed(`FROM a\n${before}\n`);
  expect(text).toBe(`FROM a\n${after}\n`);
  expect(fixed(text)).toBe(text);
});
