import { answerDnfPrompts } from '../../../../../server/src/dockerfile/lint/rules/answer-dnf-prompts.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(answerDnfPrompts, {
  bad: {
    'all three programs':
      'FROM a\nRUN dnf install x\n        ^^^^^^^\nRUN microdnf install x\n             ^^^^^^^\nRUN dnf5 in x\n         ^^\n',
    'an option whose value looks like a verb':
      'FROM a\nRUN dnf --setopt x=y --exclude remove upgrade\n                                      ^^^^^^^\n',
    modules: 'FROM a\nRUN dnf module install nodejs:18\n               ^^^^^^^\n',
  },
  good: {
    yes: 'FROM a\nRUN dnf -y install x; microdnf install -y x; dnf --assumeyes up\n',
    'what does not ask': 'FROM a\nRUN dnf makecache; dnf config-manager --add-repo x; dnf repoquery x\n',
    'another program': 'FROM a\nRUN yum install x; notdnf install x\n',
  },
  fixes: {
    'after the verb': ['FROM a\nRUN microdnf install \\\n    x\n', 'FROM a\nRUN microdnf install -y \\\n    x\n'],
  },
});
