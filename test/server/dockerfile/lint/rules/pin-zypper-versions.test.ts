import { pinZypperVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-zypper-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinZypperVersions, {
  bad: {
    'the package after options with values':
      'FROM a\nRUN zypper -n --root /r in -r repo x y=1\n                                   ^\n',
  },
  good: {
    'versions and bounds': 'FROM a\nRUN zypper in x=1 "y>=2" z\\<3\n',
    'files, addresses, patterns':
      'FROM a\nRUN zypper in ./x.rpm https://example.com/x /usr/bin/y pattern:devel; zypper in -t pattern devel\n',
    'other verbs': 'FROM a\nRUN zypper rm x; zypper addrepo y z\n',
  },
});
