import { pinYumVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-yum-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinYumVersions, {
  bad: {
    'the package after options with values':
      'FROM a\nRUN yum -y --enablerepo epel install x y-1\n                                     ^\n',
    'a module without a stream': 'FROM a\nRUN yum module install nodejs\n                       ^^^^^^\n',
    'one in ONBUILD': 'FROM a\nONBUILD RUN yum install x\n                        ^\n',
  },
  good: {
    'a version, a release, an architecture':
      'FROM a\nRUN yum install x-1.2 y-1.2-3.el7 z-1:1.2-3.x86_64 w-1.2* v-1.2-*\n',
    groups: 'FROM a\nRUN yum groupinstall "Development Tools"; yum group install x; yum install @x\n',
    'other programs': 'FROM a\nRUN dnf install x\n',
  },
});
