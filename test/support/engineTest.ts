import { test } from 'vitest';
import { startTestEngine, type TestEngine } from './engine.ts';

/** vitest's `test` with the real engine as a fixture, shared by the file. `suite` is the label of all that it makes. */
export function engineTest(suite: string) {
  return test.extend<{ $file: { real: TestEngine } }>({
    real: [
      async ({}, use) => {
        const real = await startTestEngine(suite);
        await use(real);
        await real.dispose();
      },
      { scope: 'file' },
    ],
  });
}
