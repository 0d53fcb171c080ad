import { answerYumPrompts } from '../../../../../server/src/dockerfile/lint/rules/answer-yum-prompts.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(answerYumPrompts, {
  bad: {
    'the verb, after options with values':
      'FROM a\nRUN yum --enablerepo epel -c /y install x\n                                ^^^^^^^\n',
    groups:
      'FROM a\nRUN yum groupinstall "Development Tools"; yum group install x\n        ^^^^^^^^^^^^                                ^^^^^^^\n',
    'what removes and what updates': 'FROM a\nRUN yum remove x; yum update\n        ^^^^^^        ^^^^^^\n',
  },
  good: {
    yes: 'FROM a\nRUN yum -qy install x; yum install --assumeyes x; yum -y module install x:1\n',
    'what does not ask': 'FROM a\nRUN yum makecache; yum clean all; yum list; yum install --downloadonly x\n',
    'another program': 'FROM a\nRUN dnf install x\n',
  },
  fixes: { 'after the verb': ['FROM a\nRUN yum group install x\n', 'FROM a\nRUN yum group install -y x\n'] },
});
