import { dependenciesBeforeSources } from '../../../../../server/src/dockerfile/lint/rules/dependencies-before-sources.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(dependenciesBeforeSources, {
  bad: {
    'the source': 'FROM a\nCOPY --chown=x . /app\n               ^\nRUN npm ci\n',
    'it once': 'FROM a\nCOPY ./ .\n     ^^\nRUN npm ci\nRUN yarn\n',
    'every stage':
      'FROM a AS one\nCOPY . .\n     ^\nRUN go mod download\nFROM b\nCOPY ["./", "/x"]\n      ^^^^\nRUN cd /x && bundle install\n',
  },
  good: {
    'the install before it': 'FROM a\nCOPY package.json .\nRUN npm ci\nCOPY . .\nRUN npm run build\n',
    'another install after it': 'FROM a\nCOPY package.json .\nRUN npm ci\nCOPY . .\nRUN npm ci --omit=dev\n',
    'packages by name': 'FROM a\nCOPY . .\nRUN npm install left-pad && pip install flask && npm i -g pnpm\n',
    'the project itself': 'FROM a\nCOPY . .\nRUN pip install . && go build\n',
    'a cache mount': 'FROM a\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    'other folders and stages': 'FROM a AS b\nCOPY src .\nRUN npm ci\nFROM a\nCOPY --from=b . .\nRUN npm ci\n',
  },
});
