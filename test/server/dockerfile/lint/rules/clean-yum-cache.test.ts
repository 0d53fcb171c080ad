import { cleanYumCache } from '../../../../../server/src/dockerfile/lint/rules/clean-yum-cache.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(cleanYumCache, {
  bad: {
    'an update': 'FROM a\nRUN yum -y update\n    ^^^^^^^^^^^^^\n',
    'a cleaning that comes too early':
      'FROM a\nRUN yum clean all && yum install -y a\n                     ^^^^^^^^^^^\n',
    'a cleaning of something else': 'FROM a\nRUN yum install a && yum clean metadata\n    ^^^^^^^^^^^\n',
  },
  good: {
    cleanings: 'FROM a\nRUN yum install a && yum -q clean all\nRUN yum install a && rm -rf /var/cache/yum\n',
    'other programs': 'FROM a\nRUN dnf install a\n',
  },
  fixes: { 'at the end': ['FROM a\nRUN yum install a # b\n', 'FROM a\nRUN yum install a && yum clean all # b\n'] },
});
