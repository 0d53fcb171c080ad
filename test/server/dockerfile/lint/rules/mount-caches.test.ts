import { mountCaches } from '../../../../../server/src/dockerfile/lint/rules/mount-caches.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(mountCaches, {
  bad: {
    'each package manager':
      'FROM a\nRUN dnf install -y b && dnf clean all && npm ci && npm cache clean --force\n                            ^^^^^                            ^^^^^\n',
    'folders of the person who runs it': 'FROM a\nRUN npm ci; rm -rf ~/.npm\n                   ^^^^^^\n',
    'half of a cache':
      'FROM a\nRUN --mount=type=cache,target=/go/pkg/mod go build && go clean -cache\n                                                               ^^^^^^\n',
  },
  good: {
    'nothing that fills it': 'FROM a\nRUN rm -rf /var/lib/apt/lists/*\n',
    'what is mounted': 'FROM a\nRUN --mount=type=cache,target=/root/.npm npm ci && npm cache clean\n',
    'other folders': 'FROM a\nRUN apt-get update && rm -rf /var/lib/other /tmp/*\n',
  },
  fixes: {
    'taking the clean-up away': [
      'FROM a\nRUN apt-get update && \\\n    apt-get install -y b \\\n    && rm -rf /var/lib/apt/lists/*\n',
      'FROM a\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && \\\n    apt-get install -y b\n',
    ],
    'an option in the middle': [
      'FROM a\nRUN pip install --no-cache-dir \\\n    b\n',
      'FROM a\nRUN --mount=type=cache,target=/root/.cache/pip pip install \\\n    b\n',
    ],
  },
  unfixable: {
    'what deletes more than that': 'FROM a\nRUN apt-get update && rm -rf /var/lib/apt/lists/* /tmp/*\n',
    'a branch': 'FROM a\nRUN npm ci && if b; then npm cache clean; fi\n',
  },
});
