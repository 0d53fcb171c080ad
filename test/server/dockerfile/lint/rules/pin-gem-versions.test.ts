import { pinGemVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-gem-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinGemVersions, {
  bad: {
    'the first of several': 'FROM a\nRUN gem install bundler:2 rake \\\n                          ^^^^\n    puma\n',
    'after the value of an option':
      'FROM a\nRUN gem i --source https://a.b --no-document rake\n                                             ^^^^\n',
    'a gem of another name': 'FROM a\nRUN gem3.2 install -N rake\n                      ^^^^\n',
  },
  good: {
    'a version for all': `FROM a\nRUN gem install -v 2 bundler && gem install rake --version '~> 13'\n`,
    'settings of the build': 'FROM a\nRUN gem install nokogiri:1 -- --use-system-libraries yes\n',
    'the same without the dashes between': 'FROM a\nRUN gem install nokogiri:1 --with-opt-dir /opt\n',
    files: 'FROM a\nRUN gem install ./rake.gem pkg/puma.gem && gem install -g Gemfile\n',
    'other commands': 'FROM a\nRUN gem update --system && bundle install\n',
    'what is not known': 'FROM a\nRUN gem install "bundler:$VERSION" $GEMS\n',
  },
});
