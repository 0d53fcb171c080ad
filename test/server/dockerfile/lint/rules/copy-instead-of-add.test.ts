import { expect, test } from 'vitest';
import { copyInsteadOfAdd } from '../../../../../server/src/dockerfile/lint/rules/copy-instead-of-add.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(copyInsteadOfAdd, {
  bad: {
    'a folder': 'FROM a\nADD . /srv/\n^^^\n',
    'several files over lines': 'FROM a\nADD \\\n^^^\n  one two /srv/\n',
    'a variable whose value is a plain file': 'FROM a\nARG F=app.js\nADD $F /srv/\n^^^\n',
  },
  good: {
    'an archive with a version in its name': 'FROM a\nADD rootfs-1.2.tar.xz /\nADD "x.tgz" /\nADD layer.tar.zst /\n',
    'what is fetched':
      'FROM a\nADD HTTPS://example.com/x /x\nADD ssh://git@example.com/x.git /x\nADD me@example.com:x.git /x\n',
    'an archive beside a file': 'FROM a\nADD a.txt b.tar /x/\n',
    'a variable without a value': 'FROM a\nARG URL\nADD $URL /x\nADD "${URL}" /y\n',
    'a variable whose value is a URL': 'FROM a\nENV U=https://example.com\nADD $U/x /x\n',
    'a here-document': 'FROM a\nADD <<EOF /x\nhi\nEOF\n',
    'nothing yet': 'FROM a\nADD\nADD x\n',
  },
  fixes: {
    'with its flags': ['FROM a\nADD --chown=1 x /y\n', 'FROM a\nCOPY --chown=1 x /y\n'],
    'in its own case': ['from a\nadd x /y\n', 'from a\ncopy x /y\n'],
  },
  unfixable: { 'a flag that COPY does not know': 'FROM a\nADD --unpack=false x /y\n' },
});

test('a pattern may match an archive: its fix is not safe', () => {
  const safe = (text: string): boolean | undefined => problemsOf(copyInsteadOfAdd, text)[0]?.fix?.safe;
  expect(safe('FROM a\nADD x* /y/\n')).toBe(false);
  expect(safe('FROM a\nADD x /y/\n')).toBe(true);
});
