import { shellInsteadOfLn } from '../../../../../server/src/dockerfile/lint/rules/shell-instead-of-ln.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(shellInsteadOfLn, {
  bad: {
    'among others': 'FROM a\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\n                  ^^^^^^^^^^^^^^^^^^^^^^^\n',
    'a trigger': 'FROM a\nONBUILD RUN ln -s /bin/bash /bin/sh\n            ^^^^^^^^^^^^^^^^^^^^^^^\n',
  },
  good: { 'other links': 'FROM a\nRUN ln -s /bin/bash /usr/bin/sh && cp a /bin/sh\n' },
  fixes: {
    'where it is all': ['FROM a\nRUN ln -sf /bin/bash /bin/sh\nRUN b\n', 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN b\n'],
    'in a trigger': ['FROM a\nONBUILD RUN ln -sf /bin/bash /bin/sh\n', 'FROM a\nONBUILD SHELL ["/bin/bash", "-c"]\n'],
  },
  unfixable: {
    'where more is done': 'FROM a\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\n',
    'a relative shell': 'FROM a\nRUN ln -sf bash /bin/sh\n',
    'a link to it': 'FROM a\nRUN ln -s /bin/sh /bin/bash\n',
  },
});
