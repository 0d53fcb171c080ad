import { oneDownloader } from '../../../../../server/src/dockerfile/lint/rules/one-downloader.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(oneDownloader, {
  bad: {
    'every use from the second program on': 'FROM a\nRUN curl a\nRUN wget b\n    ^^^^\nRUN curl c\n    ^^^^\n',
    'both in one RUN': 'FROM a\nRUN curl a && \\\n  wget b\n  ^^^^\n',
    'a stage each': 'FROM a\nRUN curl a\nFROM b\nRUN wget b; curl c\n            ^^^^\n',
    triggers: 'FROM a\nONBUILD RUN curl a\nONBUILD RUN wget b\n            ^^^^\n',
  },
  good: {
    'one of them': 'FROM a\nRUN curl a && curl b\nFROM b\nRUN wget a\n',
    'both installed': 'FROM a\nRUN apt-get install -y curl wget\n',
    'one now and one in a trigger': 'FROM a\nRUN curl a\nONBUILD RUN wget b\n',
  },
});
