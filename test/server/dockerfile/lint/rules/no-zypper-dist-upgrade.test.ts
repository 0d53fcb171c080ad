import { noZypperDistUpgrade } from '../../../../../server/src/dockerfile/lint/rules/no-zypper-dist-upgrade.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noZypperDistUpgrade, {
  bad: { 'both names': 'FROM a\nRUN zypper -n dup; zypper dist-upgrade\n    ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^\n' },
  good: { 'packages and updates': 'FROM a\nRUN zypper in dup; zypper up; echo zypper dup\n' },
  fixes: {
    'the first of several': ['FROM a\nRUN zypper dup && \\\n  zypper cc\n', 'FROM a\nRUN zypper cc\n'],
    'one in the middle, over lines': [
      'FROM a\nRUN zypper ref \\\n  && zypper dup \\\n  && zypper cc\n',
      'FROM a\nRUN zypper ref \\\n  && zypper cc\n',
    ],
    'the last, with a backtick for continuation': [
      '# escape=`\nFROM a\nRUN id; `\n  zypper dup\n',
      '# escape=`\nFROM a\nRUN id\n',
    ],
    'a line of a here-document': [
      'FROM a\nRUN <<EOF\nid\nzypper dup\nzypper cc\nEOF\n',
      'FROM a\nRUN <<EOF\nid\nzypper cc\nEOF\n',
    ],
    'the first line of a here-document': [
      'FROM a\nRUN <<EOF\nzypper dup\nzypper cc\nEOF\n',
      'FROM a\nRUN <<EOF\nzypper cc\nEOF\n',
    ],
  },
  unfixable: {
    'the only command': 'FROM a\nRUN zypper dup\n',
    'one that something hangs on': 'FROM a\nRUN id && zypper dup || true\n',
    'one in a branch': 'FROM a\nRUN if x; then zypper dup; fi\n',
    'one in a pipe': 'FROM a\nRUN id; yes | zypper dup; id\n',
    'one that a pipe reads': 'FROM a\nRUN id; zypper dup | cat; id\n',
    'one behind a comment': 'FROM a\nRUN id && \\\n  # why\n  zypper dup\n',
    JSON: 'FROM a\nRUN ["zypper", "dup"]\n',
  },
});
