import { knownLabel } from '../../../../../server/src/dockerfile/lint/rules/known-label.ts';
import { parseConfig } from '../../../../../server/src/lint/config.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(knownLabel, {
  options: { config: parseConfig('strict-labels: true\nlabel-schema: {vendor: text}') },
  bad: { each: 'FROM a\nLABEL vendor=x y=z \\\n               ^\n  "w"=v\n  ^^^\n' },
  fixes: {
    'the only one with its line': ['FROM a\nLABEL \\\n  other=y\nRUN b\n', 'FROM a\nRUN b\n'],
    'the last line': ['FROM a\nLABEL other=y', 'FROM a'],
    'the first of several': ['FROM a\nLABEL other="y z" \\\n  vendor=x\n', 'FROM a\nLABEL vendor=x\n'],
    'the last of several': ['FROM a\nLABEL vendor=x \\\n  other=y\n', 'FROM a\nLABEL vendor=x\n'],
    'by its right name': ['FROM a\nLABEL "vendro"=x\n', 'FROM a\nLABEL "vendor"=x\n'],
  },
});

testRule(knownLabel, {
  options: { config: parseConfig('label-schema: {vendor: text}') },
  good: { 'other labels, unless it is strict': 'FROM a\nLABEL other=y\n' },
});
