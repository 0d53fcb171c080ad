import { expect, test } from 'vitest';
import { healthyWithoutHealthcheck } from '../../../../../server/src/compose/lint/rules/healthy-without-healthcheck.ts';
import { mappingForm } from '../../../../../server/src/compose/lint/rules/mapping-form.ts';
import { requireProjectNameField } from '../../../../../server/src/compose/lint/rules/require-project-name-field.ts';
import { serviceDependenciesAlphabeticalOrder } from '../../../../../server/src/compose/lint/rules/service-dependencies-alphabetical-order.ts';
import { serviceHealthcheck } from '../../../../../server/src/compose/lint/rules/service-healthcheck.ts';
import { serviceKeysOrder } from '../../../../../server/src/compose/lint/rules/service-keys-order.ts';
import { servicePortsAlphabeticalOrder } from '../../../../../server/src/compose/lint/rules/service-ports-alphabetical-order.ts';
import { serviceRestart } from '../../../../../server/src/compose/lint/rules/service-restart.ts';
import { servicesAlphabeticalOrder } from '../../../../../server/src/compose/lint/rules/services-alphabetical-order.ts';
import { topLevelPropertiesOrder } from '../../../../../server/src/compose/lint/rules/top-level-properties-order.ts';
import { problemsIn, testRule } from '../../../../support/composeRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const web = (rest: string): string => `services:\n  web:\n${rest}`;

testRule(serviceKeysOrder, {
  bad: { 'the first that comes too late': web('    ports: []\n    tty: true\n    image: a:1\n    ^^^^^\n') },
  fixes: {
    'with comments, empty lines and texts': [
      web('    # ports\n    ports: ["80:80"] # web\n\n    labels: |\n      a\n    # image\n    image: a:1'),
      web('    # image\n    image: a:1\n\n    # ports\n    ports: ["80:80"] # web\n    labels: |\n      a'),
    ],
    'with the line breaks of Windows': [
      web('    tty: true\n    image: a:1\n').replaceAll('\n', '\r\n'),
      web('    image: a:1\n    tty: true\n').replaceAll('\n', '\r\n'),
    ],
  },
});

test('an anchor stays before its alias, and braces stay as they are', () => {
  for (const text of [
    web('    environment: &e { A: b }\n    build: { context: ., args: *e }\n'),
    web('    { ports: ["80:80"], image: a:1 }\n'),
  ]) {
    const [problem] = problemsIn(serviceKeysOrder, text)['compose.yaml'] ?? [];
    expect(problem).toMatchObject({ id: 'service-keys-order' });
    expect(problem?.fix).toBeUndefined();
  }
});

testRule(topLevelPropertiesOrder, {
  fixes: {
    sections: [
      'volumes:\n  d:\n\nservices:\n  a:\n    image: a:1\n\nname: x\n',
      'name: x\n\nservices:\n  a:\n    image: a:1\n\nvolumes:\n  d:\n',
    ],
  },
});

testRule(servicesAlphabeticalOrder, {
  fixes: {
    'services with what belongs to them': [
      'services:\n  # b\n  b:\n    image: b:1\n\n  a10:\n    image: a:1\n\n  a9:\n    image: a:1\n',
      'services:\n  a9:\n    image: a:1\n\n  a10:\n    image: a:1\n\n  # b\n  b:\n    image: b:1\n',
    ],
  },
});

testRule(servicePortsAlphabeticalOrder, {
  good: { 'long forms': web('    ports:\n      - { target: 90 }\n      - 80\n') },
  fixes: {
    'items with their comments': [
      web('    ports:\n      - 443:443 # tls\n      # plain\n      - "80:80"\n    tty: true\n'),
      web('    ports:\n      # plain\n      - "80:80"\n      - 443:443 # tls\n    tty: true\n'),
    ],
  },
});

testRule(serviceDependenciesAlphabeticalOrder, {
  fixes: {
    'a mapping': [
      web(
        '    depends_on:\n      b:\n        condition: service_started\n      a:\n        condition: service_healthy\n',
      ),
      web(
        '    depends_on:\n      a:\n        condition: service_healthy\n      b:\n        condition: service_started\n',
      ),
    ],
  },
});

testRule(mappingForm, {
  fixes: {
    variables: [
      web('    environment:\n      - A=b # why\n      - C\n'),
      web('    environment:\n      A: b # why\n      C:\n'),
    ],
  },
});

testRule(requireProjectNameField, {
  good: {
    'an override': { 'compose.yaml': `name: x\n${web('    image: a:1\n')}`, 'compose.b.yaml': web('    tty: true\n') },
  },
  fixes: {
    'above the first key': [`# mine\n${web('    image: a:1\n')}`, `# mine\nname: project\n${web('    image: a:1\n')}`],
  },
});

testRule(serviceRestart, {
  good: { 'a policy': web('    image: a:1\n    deploy: { restart_policy: { condition: any } }\n') },
  fixes: { 'at its end': [web('    image: a:1\n'), web('    image: a:1\n    restart: unless-stopped\n')] },
});

const check = `    healthcheck:
      test: ["CMD-SHELL", "redis-cli ping"]
      interval: 10s
      timeout: 5s
      retries: 5
`;

testRule(serviceHealthcheck, {
  fixes: { 'a known image': [web('    image: redis:7\n'), web(`    image: redis:7\n${check}`)] },
});

test('with the check, others wait for it', () => {
  const text = (condition: string, added: string): string =>
    `services:\n  r:\n    image: redis:7\n${added}  web:\n    build: .\n    healthcheck: { disable: true }\n    depends_on:\n      r:\n        condition: ${condition}\n`;
  const before = text('service_started', '');
  const [problem] = problemsIn(serviceHealthcheck, before)['compose.yaml'] ?? [];
  expect(applyEdits(before, problem?.alternatives?.[0]?.edits ?? [])).toBe(text('service_healthy', check));
});

testRule(healthyWithoutHealthcheck, {
  fixes: {
    'a known image': [
      `services:\n  a:\n    image: a:1\n    depends_on: { r: { condition: service_healthy } }\n  r:\n    image: redis:7\n`,
      `services:\n  a:\n    image: a:1\n    depends_on: { r: { condition: service_healthy } }\n  r:\n    image: redis:7\n${check}`,
    ],
  },
});
