import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import { testFiles } from 'gantry:test-files';

/**
 * Runs the suite inside VS Code's extension host and rejects when a test failed. A line of JSON per test goes to the
 * file named by `GANTRY_EDITOR_REPORT`, which `scripts/test.ts` reads along.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: Mocha.reporters.Base });
  for (const [name, load] of Object.entries(testFiles)) {
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, name, mocha);
    await load();
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_PASS, (test: Mocha.Test) => report({ outcome: 'passed', test }));
    runner.on(EVENT_TEST_PENDING, (test: Mocha.Test) => report({ outcome: 'skipped', test }));
    runner.on(EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) => report({ outcome: 'failed', test, error }));
  });
}

interface Result {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly test: Mocha.Test;
  readonly error?: Error;
}

function report({ outcome, test, error }: Result): void {
  const path = process.env['GANTRY_EDITOR_REPORT'];
  if (path === undefined) return;
  const line = { outcome, title: test.fullTitle(), milliseconds: test.duration ?? 0, error: error?.stack };
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}
