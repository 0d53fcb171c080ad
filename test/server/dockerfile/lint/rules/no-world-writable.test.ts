import { noWorldWritable } from '../../../../../server/src/dockerfile/lint/rules/no-world-writable.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noWorldWritable, {
  bad: {
    numbers:
      'FROM a\nRUN chmod -R 777 b && chmod 0666 \\\n             ^^^            ^^^^\n  c && chmod 2773 d\n             ^^^^\n',
    letters:
      'FROM a\nRUN chmod a+rwx b; chmod o+w c; chmod u=rw,go=rw d\n          ^^^^^          ^^^          ^^^^^^^^^^\n',
    'folders and files that are made':
      'FROM a\nRUN mkdir -p -m 777 b && install --mode 666 c d\n                ^^^                     ^^^\n',
    'what is copied': 'FROM a\nCOPY --chmod=777 b c\n             ^^^\nADD --chmod=o+w b c\n            ^^^\n',
  },
  good: {
    'the owner and the group': 'FROM a\nRUN chmod 775 b && chmod 0664 c && chmod ug+rwx d && chmod g+w e\n',
    'who has the umask': 'FROM a\nRUN chmod +w b && chmod +x c && chmod -w d\n',
    'what is taken away': 'FROM a\nRUN chmod o-w b && chmod a=rx c && chmod o=r,u+w d\n',
    'the sticky bit': 'FROM a\nRUN chmod 1777 /tmp && chmod a+rwxt b && mkdir -m 3777 c\n',
    'what is not known': 'FROM a\nARG M\nRUN chmod "$M" b && chmod --reference=c b\n',
  },
  fixes: {
    'with the same for the others': ['FROM a\nRUN chmod -R 0777 b\n', 'FROM a\nRUN chmod -R 0775 b\n'],
    'of a flag': ['FROM a\nCOPY --chmod=666 b c\n', 'FROM a\nCOPY --chmod=664 b c\n'],
  },
  unfixable: { letters: 'FROM a\nRUN chmod a+rwx b\n' },
});
