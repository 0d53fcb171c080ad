import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Language, LanguageHost } from '../../server/src/language.ts';
import { printTable } from '../bench/table.ts';
import { exercise } from './exercise.ts';

export interface Fuzzed {
  readonly uri: string;
  readonly language: (host: LanguageHost) => Language;
  /** Read first, so that no other text pays for what is loaded on first use. */
  readonly warmUp: string;
  /** A text from a seed, the same each time. */
  readonly text: (seed: number) => string;
  /** By what is extreme in them; `size` shrinks or grows all. */
  readonly extremes: (size: number) => Readonly<Record<string, string>>;
}

/** What an answer may take per 1,000 lines, in ms; a slower one is named at once. */
const limit = 100;
/** A text whose answers take longer, in ms, hangs: the run ends. */
const patience = 120_000;

/**
 * Asks a language everything about texts that nobody writes; `--count`, `--seed` and `--size` say which. A text that makes an
 * answer or a rule throw, or hang, is named by its seed, and the exit code is 1; put such a seed into a test. The table shows
 * the slowest answers per 1,000 lines; a text with fewer counts as one of 1,000.
 */
export async function fuzz({ uri, language, warmUp, text: textOf, extremes }: Fuzzed): Promise<void> {
  const options = { count: { type: 'string' }, seed: { type: 'string' }, size: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const count = Number(values.count ?? 1_000);
  const first = Number(values.seed ?? 1);
  const slowest = new Map<string, { readonly time: number; readonly text: string }>();
  const failed = new Set<string>();
  const logged: string[] = [];
  const asked = language({ client: {}, log: (message) => logged.push(message) });
  await using watch = watched();

  const run = async (name: string, text: string): Promise<void> => {
    watch.begin(name);
    const thousands = Math.max(1, text.split('\n').length / 1_000);
    try {
      for (const [verb, took] of Object.entries(await exercise(asked, uri, text))) {
        const time = took / thousands;
        if (time > limit) console.error(`${name}: ${verb} took ${time.toFixed(0)} ms per 1,000 lines`);
        if (time > (slowest.get(verb)?.time ?? 0)) slowest.set(verb, { time, text: name });
      }
    } catch (error) {
      failed.add(name);
      console.error(`${name}:`, error);
    }
    // A rule that throws costs its findings only, and says so in the log.
    for (const message of logged.splice(0)) {
      failed.add(name);
      console.error(`${name}: ${message}`);
    }
  };

  await run('(warm-up)', warmUp);
  slowest.clear();
  for (const [name, text] of Object.entries(extremes(Number(values.size ?? 1)))) await run(name, text);
  for (let seed = first; seed < first + count; seed += 1) await run(`seed ${seed}`, textOf(seed));

  const rows = [...slowest]
    .sort((a, b) => b[1].time - a[1].time)
    .map(([verb, { time, text }]) => [verb, `${time.toFixed(1)} ms`, text]);
  printTable(
    `The slowest answers per 1,000 lines about ${uri}, of ${count} texts and the extreme ones`,
    ['', 'time', 'text'],
    rows,
  );
  if (failed.size > 0) {
    console.error(`${failed.size} texts made something throw`);
    process.exitCode = 1;
  }
}

/** Ends the process, naming the text, when one takes too long: a thread of its own, which an endless loop does not stop. */
function watched(): AsyncDisposable & { begin(name: string): void } {
  const script = `
    const { parentPort, workerData } = require('node:worker_threads');
    let timer;
    parentPort.on('message', (name) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        require('node:fs').writeSync(2, name + ': no answer in ' + workerData + ' ms\\n');
        process.kill(process.pid);
      }, workerData);
    });`;
  const worker = new Worker(script, { eval: true, workerData: patience });
  return {
    begin: (name) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(name);
    },
    [Symbol.asyncDispose]: async () => {
      await worker.terminate();
    },
  };
}
