import { pinApkVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-apk-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinApkVersions, {
  bad: {
    'the first of several, past options and their values':
      'FROM a\nRUN apk --no-cache add -t .build \\\n    a=1 \\\n    # why\n    b \\\n    ^\n    c\n',
    'a cluster whose last letter takes a value': 'FROM a\nRUN apk add -Ut x y\n                  ^\n',
    'a repository tag, which is no version':
      'FROM a\nRUN apk add -X https://x/edge curl@edge\n                              ^^^^^^^^^\n',
    'one in ONBUILD': 'FROM a\nONBUILD RUN apk add x\n                    ^\n',
  },
  good: {
    'versions and bounds': 'FROM a\nRUN apk add a=1 b~2 "c>=3" \'d<4\' e=~5 e@edge=6\n',
    'files, conflicts, variables': 'FROM a\nARG V=1\nRUN apk add ./x.apk !y $PACKAGES "z=${V}"\n',
    'other verbs': 'FROM a\nRUN apk del x && apk update && apk info curl\n',
  },
});
