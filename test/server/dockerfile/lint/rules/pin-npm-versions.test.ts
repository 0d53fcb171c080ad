import { pinNpmVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-npm-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinNpmVersions, {
  bad: {
    'the first of several': 'FROM a\nRUN npm install express@4 -g \\\n    @scope/pm2 serve\n    ^^^^^^^^^^\n',
    'a repository without a commit':
      'FROM a\nRUN npm install git+https://a.b/c.git\n                ^^^^^^^^^^^^^^^^^^^^^\n',
    "GitHub's short form": 'FROM a\nRUN npm install user/repository\n                ^^^^^^^^^^^^^^^\n',
    'after an option with a value':
      'FROM a\nRUN npm --loglevel warn install --omit dev pm2\n                                           ^^^\n',
    'short verbs': 'FROM a\nRUN npm i -g pm2 && npm add serve\n             ^^^            ^^^^^\n',
  },
  good: {
    'nothing but the project': 'FROM a\nRUN npm install --omit=dev && npm ci && npm install --loglevel verbose\n',
    'versions, tags and ranges': `FROM a\nRUN npm install a@1 b@latest @c/d@"^2" "e@$VERSION" f@"$V"\n`,
    'commits, tarballs, folders and addresses':
      'FROM a\nRUN npm install git://a.b/c#1 u/r#main x.tgz ./y ../z /w ~/v https://a.b/c file:d .\n',
    'a switch with its value': 'FROM a\nRUN npm install --unsafe-perm true pm2@5\n',
    'other commands': 'FROM a\nRUN npm run install thing; npm cache clean --force; echo npm install pm2\n',
    'what is not known': 'FROM a\nRUN npm install -g $PACKAGES "${TOOL}"\n',
  },
});
