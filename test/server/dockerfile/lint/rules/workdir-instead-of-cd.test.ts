import { workdirInsteadOfCd } from '../../../../../server/src/dockerfile/lint/rules/workdir-instead-of-cd.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(workdirInsteadOfCd, {
  bad: {
    'one far inside':
      'FROM a\nRUN apk add make && \\\n  # go there\n\n  make -C /x && cd /src && make\n                ^^^^^^^\n',
    'one in a branch and one in a substitution':
      'FROM a\nRUN if cd /src; then echo $(cd /x; pwd); fi\n       ^^^^^^^              ^^^^^\n',
    'one in a here-document': 'FROM a\nRUN <<EOF\nset -e\ncd /src\n^^^^^^^\nEOF\n',
    'one in exec form': 'FROM a\nRUN ["sh", "-c", "cd /src && make"]\n                  ^^^^^^^\n',
  },
  good: {
    'a word that is not the command': 'FROM a\nRUN echo cd /src && abcd /x\n',
    'a comment inside': 'FROM a\nRUN make \\\n  # cd /src\n  && true\n',
    'data in a here-document': 'FROM a\nRUN cat <<EOF > /x\ncd /src\nEOF\n',
    'a script of another program': 'FROM a\nRUN python3 <<EOF\ncd\nEOF\n',
    'a script that names its program': 'FROM a\nRUN <<EOF\n#!/usr/bin/env python3\ncd = 1\nEOF\n',
    PowerShell: 'FROM a\nSHELL ["pwsh", "-Command"]\nRUN cd C:\\src; dir\n',
  },
  fixes: {
    'one at the start': ['FROM a\nRUN cd /src && make\n', 'FROM a\nWORKDIR /src\nRUN make\n'],
    'one with flags before it': [
      'FROM a\nRUN --network=none cd /src && make && \\\n    make install\n',
      'FROM a\nWORKDIR /src\nRUN --network=none make && \\\n    make install\n',
    ],
    'one alone': ['FROM a\nrun cd /src\nrun make\n', 'FROM a\nworkdir /src\nrun make\n'],
  },
  unfixable: {
    'one that is not first': 'FROM a\nRUN make && cd /src && make\n',
    'one followed by something that always runs': 'FROM a\nRUN cd /src; make\n',
    'one whose folder only the shell knows': 'FROM a\nRUN cd $HOME && make\n',
    'one with a way out': 'FROM a\nRUN cd /src || true\n',
  },
});
