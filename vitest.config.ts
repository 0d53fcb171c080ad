import { defineConfig } from 'vitest/config';

/** A project per suite: `vitest run --project unit`. The suite inside VS Code is not vitest's; see scripts/test.ts. */
const suite = (name: string, include: string[], options: { minutes?: number } = {}): object => ({
  test: {
    name,
    include,
    environment: 'node',
    // The slow ones wait for conditions of their own, which say more when they give up than this limit does.
    ...(options.minutes === undefined
      ? { testTimeout: 30_000 }
      : {
          testTimeout: options.minutes * 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // What is on the screen is asked again until it is as expected.
          expect: { poll: { timeout: 60_000, interval: 50 } },
        }),
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', ['test/{client,server,scripts}/**/*.test.ts']),
      suite('wire', ['test/wire/**/*.test.ts'], { minutes: 2 }),
      suite('engine', ['test/engine/**/*.test.ts'], { minutes: 2 }),
      suite('registry', ['test/registry/**/*.test.ts'], { minutes: 2 }),
      suite('ui', ['test/ui/**/*.test.ts'], { minutes: 6 }),
    ],
  },
});
