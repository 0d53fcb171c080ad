import { expect, test } from 'vitest';
import { quietWget } from '../../../../../server/src/dockerfile/lint/rules/quiet-wget.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(quietWget, {
  bad: {
    'each download': 'FROM a\nRUN wget a && \\\n    ^^^^\n  wget -O b c\n  ^^^^\n',
    'a trigger': 'FROM a\nONBUILD RUN wget a\n            ^^^^\n',
  },
  good: {
    'what is quiet': 'FROM a\nRUN wget -q a; wget -qO- a; wget -nv a; wget --no-verbose a; wget --quiet a\n',
    'a progress of choice': 'FROM a\nRUN wget --progress=bar:force a; wget --progress dot a\n',
    'a log of its own': 'FROM a\nRUN wget -o x a; wget --append-output=x a\n',
    'no download': 'FROM a\nRUN wget --version\n',
  },
  fixes: {
    'with dots': ['FROM debian\nRUN wget \\\n  a\n', 'FROM debian\nRUN wget --progress=dot:giga \\\n  a\n'],
    'with silence where it is BusyBox': ['FROM alpine:3\nRUN wget a\n', 'FROM alpine:3\nRUN wget -q a\n'],
  },
});

test('is safe where the distribution has a wget that knows the option', () => {
  const safe = (text: string): boolean | undefined => problemsOf(quietWget, text)[0]?.fix?.safe;
  expect(safe('FROM x AS y\nRUN apt-get install -y wget\nFROM y\nRUN wget a\n')).toBe(true);
  expect(safe('FROM x\nRUN wget a\nFROM y\nRUN apt-get install -y wget\n')).toBe(false);
  expect(safe('FROM x\nRUN wget a\n')).toBe(false);
  expect(safe('FROM alpine:3\nRUN wget a\n')).toBe(true);
  expect(safe('FROM alpine:3\nRUN wget -S a\n')).toBe(false);
  expect(safe('FROM alpine:3\nRUN wget -O /dev/null a 2>&1 | grep b\n')).toBe(false);
});
