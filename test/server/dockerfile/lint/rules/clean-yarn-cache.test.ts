import { cleanYarnCache } from '../../../../../server/src/dockerfile/lint/rules/clean-yarn-cache.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(cleanYarnCache, {
  bad: {
    'the first installation':
      'FROM a\nRUN a && \\\n  yarn --frozen-lockfile install && yarn install b\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    'yarn on its own': 'FROM a\nRUN yarn --production\n    ^^^^\n',
    'a cache that is cleaned in another RUN': 'FROM a\nRUN yarn install\n    ^^^^^^^^^^^^\nRUN yarn cache clean\n',
    'a stage that is continued': 'FROM a AS b\nRUN yarn install\n    ^^^^^^^^^^^^\nFROM b\n',
    'a mount of something else':
      'FROM a\nRUN --mount=type=cache,target=/x yarn install\n                                 ^^^^^^^^^^^^\n',
  },
  good: {
    'a cache that is cleaned':
      'FROM a\nRUN yarn install && yarn cache clean --all\nRUN yarn && rm -rf /usr/local/share/.cache\n',
    'mounts wherever it is':
      'FROM a\nENV YARN_CACHE_FOLDER=/y\nRUN --mount=type=cache,target=/y yarn install\nRUN --mount=type=cache,target=/root/.yarn yarn\n',
    'a stage that is not shipped': 'FROM a\nRUN yarn install\nFROM b\n',
    'other commands': 'FROM a\nRUN yarn build && yarn run install-all && yarn --version\n',
    'a text that cannot be read': 'FROM a\nRUN yarn install && "\n',
  },
  fixes: {
    'on a line of its own': [
      'FROM a\nRUN yarn install \\\n  && yarn build\n',
      'FROM a\nRUN yarn install \\\n  && yarn build \\\n  && yarn cache clean\n',
    ],
    'in a here-document': [
      'FROM a\nRUN <<EOF\nyarn install\nEOF\n',
      'FROM a\nRUN <<EOF\nyarn install && yarn cache clean\nEOF\n',
    ],
  },
  unfixable: { 'exec form': 'FROM a\nRUN ["yarn", "install"]\n' },
});
