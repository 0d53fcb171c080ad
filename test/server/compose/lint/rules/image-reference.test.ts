import { imageReference } from '../../../../../server/src/compose/lint/rules/image-reference.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(imageReference, {
  bad: {
    capitals: 'services:\n  web:\n    image: registry.io/My/app:1\n                       ^^^^^^\n',
    'two tags': 'services:\n  web:\n    image: "nginx:1:2"\n                  ^^^\n',
    'an empty tag, and a blank':
      'services:\n  web:\n    image: "nginx:"\n                 ^\n  db:\n    image: my app\n             ^\n',
    'a short digest': 'services:\n  web:\n    image: nginx@sha256:abc\n                 ^^^^^^^^^^\n',
    'a tag of a build': 'services:\n  web:\n    build:\n      context: .\n      tags: [App]\n             ^^^\n',
  },
  good: {
    'what engines take':
      'services:\n  a: {image: "localhost:5000/a/b-c__d:v1.0_x"}\n  b: {image: "${REGISTRY}/B"}\n  c: {image: "UPPER.io/a"}\n  d: {image: "[::1]:5000/a"}\nmodels:\n  m: {model: hf.co/Some/Model-GGUF}\n',
  },
  fixes: {
    capitals: ['services:\n  web:\n    image: "MyApp:1"\n', 'services:\n  web:\n    image: "myapp:1"\n'],
  },
});
