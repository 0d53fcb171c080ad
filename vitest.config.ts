import { defineConfig } from 'vitest/config';

/** A project per suite: `vitest run --project unit`. The suite inside VS Code is not vitest's; see scripts/test.ts. */
const suite = (name: string, include: string[], options: { slow?: boolean } = {}): object => ({
  test: {
    name,
    include,
    environment: 'node',
    ...(options.slow === true
      ? { testTimeout: 120_000, hookTimeout: 300_000, fileParallelism: false }
      : { testTimeout: 30_000 }),
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', ['test/{client,server,scripts}/**/*.test.ts']),
      suite('wire', ['test/wire/**/*.test.ts'], { slow: true }),
      suite('engine', ['test/engine/**/*.test.ts'], { slow: true }),
      suite('registry', ['test/registry/**/*.test.ts'], { slow: true }),
      suite('ui', ['test/ui/**/*.test.ts'], { slow: true }),
    ],
  },
});
