import { imageOrBuild } from '../../../../../server/src/compose/lint/rules/image-or-build.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(imageOrBuild, {
  bad: {
    'a service with neither': 'services:\n  web:\n  ^^^\n    init: true\n',
    'an empty service': 'services:\n  web:\n  ^^^\n  db: {image: postgres}\n',
    'one whose image an override takes away': {
      'compose.yaml': 'services:\n  web:\n    image: nginx\n',
      'compose.override.yaml': 'services:\n  web:\n  ^^^\n    image: !reset null\n',
    },
  },
  good: {
    'an image through an anchor': 'x-a: &a {image: nginx}\nservices:\n  web:\n    <<: *a\n    init: true\n',
    'an image in a second document': 'services:\n  web:\n    init: true\n---\nservices:\n  web:\n    image: nginx\n',
    'a build in an override file': {
      'compose.yaml': 'services:\n  web:\n    init: true\n',
      'compose.override.yaml': 'services:\n  web:\n    build: .\n',
    },
    'a provider': 'services:\n  web:\n    provider: {type: model}\n',
    'a service that extends another': 'services:\n  web:\n    extends: {file: other.yaml, service: web}\n',
  },
});
