import { expect, test } from 'vitest';
import { undefinedConfig } from '../../../../../server/src/compose/lint/rules/undefined-config.ts';
import { undefinedNetwork } from '../../../../../server/src/compose/lint/rules/undefined-network.ts';
import { undefinedSecret } from '../../../../../server/src/compose/lint/rules/undefined-secret.ts';
import { undefinedVolume } from '../../../../../server/src/compose/lint/rules/undefined-volume.ts';
import { problemsIn, testRule } from '../../../../support/composeRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const db = 'services:\n  db:\n    image: a:1\n    volumes: ["data:/d"]\n';

testRule(undefinedVolume, {
  fixes: {
    'with a section of its own': [db, `${db}volumes:\n  data:\n`],
    'after an empty line, where sections have one between them': [
      `name: x\n\n${db}`,
      `name: x\n\n${db}\nvolumes:\n  data:\n`,
    ],
    'in the section that is there, as it is indented': [
      `volumes:\n    cache: # mine\n${db}`,
      `volumes:\n    cache: # mine\n    data:\n${db}`,
    ],
    'in a section without anything': [`volumes: # none\n${db}`, `volumes: # none\n  data:\n${db}`],
    'without a line break at the end': [db.trimEnd(), `${db}volumes:\n  data:`],
    'with the line breaks of Windows': [
      db.replaceAll('\n', '\r\n'),
      `${db}volumes:\n  data:\n`.replaceAll('\n', '\r\n'),
    ],
    'after a block text': [`${db}x-a: |\n  one\n  two\n\n`, `${db}x-a: |\n  one\n  two\nvolumes:\n  data:\n\n`],
  },
});

testRule(undefinedNetwork, {
  fixes: {
    'a network': [
      'services:\n    a:\n        image: a:1\n        networks: [front]\n',
      'services:\n    a:\n        image: a:1\n        networks: [front]\nnetworks:\n    front:\n',
    ],
  },
});

testRule(undefinedSecret, {
  fixes: {
    'a secret': [
      'services:\n  a:\n    image: a:1\n    secrets: [key]\n',
      'services:\n  a:\n    image: a:1\n    secrets: [key]\nsecrets:\n  key:\n    file: ./key.txt\n',
    ],
  },
});

testRule(undefinedConfig, {
  fixes: {
    'a config': [
      'services:\n  a:\n    image: a:1\n    configs:\n      - site.conf\n',
      'services:\n  a:\n    image: a:1\n    configs:\n      - site.conf\nconfigs:\n  site.conf:\n    file: ./site.conf\n',
    ],
  },
});

test('the definition is the second way out where the name is nearly one that there is', () => {
  const text = `${db}volumes:\n  date:\n`;
  const [problem] = problemsIn(undefinedVolume, text)['compose.yaml'] ?? [];
  expect(problem?.fix?.title).toBe('Change to date');
  expect(applyEdits(text, problem?.alternatives?.[0]?.edits ?? [])).toBe(`${text}  data:\n`);
});
