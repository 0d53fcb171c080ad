import { defineConfig } from 'oxlint';

// oxlint-disable-next-line import/no-default-export -- oxlint reads its configuration from the default export
export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'node'],
  jsPlugins: ['./scripts/lint/plugin.ts'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist/**', '.cache/**', 'samples/**', '**/fixtures/**'],
  rules: {
    'house/walls': 'error',
    'house/no-module-state': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: false }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/consistent-return': 'off',
    'no-shadow': 'off',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-new-array': 'off',
    'promise/always-return': 'off',
    'promise/no-multiple-resolved': 'off',
  },
  overrides: [
    {
      files: ['test/**', 'scripts/**'],
      // vitest's fixtures name what they need by an object pattern, also when that is nothing.
      // A test takes a method of a double aside to put something before it.
      rules: {
        'typescript/no-non-null-assertion': 'off',
        'no-empty-pattern': 'off',
        'typescript/unbound-method': 'off',
      },
    },
    {
      files: ['**/*.config.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      // Between a webview's page and its extension, where there is no other origin.
      files: ['client/page/**', 'client/src/panel/**'],
      rules: { 'unicorn/require-post-message-target-origin': 'off' },
    },
    {
      // Tables: data, not code.
      files: ['**/reference/**', '**/*.data.ts', 'server/src/protocol/settings.ts'],
      rules: { 'max-lines': 'off' },
    },
  ],
});
