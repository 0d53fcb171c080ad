import { expect, test } from 'vitest';
import { jsonCommand } from '../../../../../server/src/dockerfile/lint/rules/json-command.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(jsonCommand, {
  bad: {
    'what is nearly JSON': "FROM a\nCMD ['sh', 'x']\n    ^^^^^^^^^^^\nENTRYPOINT [\"sh\", x]\n           ^^^^^^^^^\n",
    'a health check after its flags':
      'FROM a\nHEALTHCHECK --interval=5s --retries=2 CMD curl x\n                                          ^^^^^^\n',
  },
  good: {
    'JSON over lines, with a comment': 'FROM a\nCMD ["sh", \\\n  # c\n  "-c", \\\n  "a && \\\n   b"]\n',
    'an empty one': 'FROM a\nCMD []\nENTRYPOINT []\nCMD\nHEALTHCHECK CMD\n',
    'JSON in a health check': 'FROM a\nHEALTHCHECK CMD ["curl", "x"]\n',
  },
  fixes: {
    'words and quotes': [
      'FROM a\nCMD nginx -g "daemon off;" \'a "b"\' c\\ d\n',
      'FROM a\nCMD ["nginx", "-g", "daemon off;", "a \\"b\\"", "c d"]\n',
    ],
    'lines and comments, which stay': [
      'FROM a\nCMD nginx \\\n    # quiet\n    -q\n',
      'FROM a\nCMD ["nginx", \\\n    # quiet\n    "-q"]\n',
    ],
    'what needs a shell': [
      'FROM a\nCMD echo "$X" &&\tb\\c\n',
      'FROM a\nCMD ["/bin/sh", "-c", "echo \\"$X\\" &&\\tb\\\\c"]\n',
    ],
    'what the shell itself does': ['FROM a\nCMD exec nginx\n', 'FROM a\nCMD ["/bin/sh", "-c", "exec nginx"]\n'],
    'the shell of the stage': [
      'FROM a\nSHELL ["/bin/bash", "-ec"]\nCMD a | b\n',
      'FROM a\nSHELL ["/bin/bash", "-ec"]\nCMD ["/bin/bash", "-ec", "a | b"]\n',
    ],
  },
});

test('BuildKit is content where a SHELL is set, and with health checks', () => {
  const codes = (text: string): unknown => problemsOf(jsonCommand, text).map((problem) => problem.codes);
  expect(codes('FROM a AS one\nSHELL ["/bin/bash", "-c"]\nFROM one\nCMD x\n')).toEqual([['DL3025']]);
  expect(codes('FROM a\nHEALTHCHECK CMD x\nCMD x\n')).toEqual([['DL3025'], ['DL3025', 'JSONArgsRecommended']]);
});

test('is safe only where the other form means the same', () => {
  const safe = (text: string): unknown => problemsOf(jsonCommand, text).map(({ fix }) => fix?.safe);
  expect(safe('FROM a\nCMD nginx\n')).toEqual([true]);
  expect(safe('FROM a\nENTRYPOINT ["run"]\nCMD nginx\n')).toEqual([false]);
  expect(safe('FROM a\nSHELL ["/bin/bash", "-c"]\nCMD nginx\n')).toEqual([false]);
  expect(safe('FROM a\nCMD nginx $X\n')).toEqual([false]);
});
