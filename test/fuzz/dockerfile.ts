import { parseArgs } from 'node:util';
import { dockerfile } from '../../server/src/dockerfile/service.ts';
import { printTable } from '../bench/table.ts';
import { dockerfileText, extremeTexts } from '../support/dockerfileTexts.ts';
import { exercise } from '../support/exercise.ts';

/**
 * Asks the Dockerfile language everything about texts that nobody writes: `npm run fuzz -- --count 2000 --seed 1`. A text that
 * makes an answer throw is named by its seed, and ends the run with 1; put such a seed into the test of the same name.
 * The table shows the slowest answers per 1,000 lines; a text with fewer counts as one of 1,000.
 */
const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, size: { type: 'string' } },
});
const count = Number(values.count ?? 1_000);
const first = Number(values.seed ?? 1);
const language = dockerfile({ client: {}, log: () => {} });
const slowest = new Map<string, { readonly time: number; readonly text: string }>();
const failed: string[] = [];
/** What an answer may take per 1,000 lines, in ms; a slower one is named at once. */
const limit = 100;

await run('(warm-up)', 'FROM a\nRUN a | b\n');
slowest.clear();
for (const [name, text] of Object.entries(extremeTexts(Number(values.size ?? 1)))) await run(name, text);
for (let seed = first; seed < first + count; seed += 1) await run(`seed ${seed}`, dockerfileText(seed));

printTable(
  `The slowest answers per 1,000 lines, of ${count} texts and the extreme ones`,
  ['', 'time', 'text'],
  [...slowest]
    .sort((a, b) => b[1].time - a[1].time)
    .map(([verb, { time, text }]) => [verb, `${time.toFixed(1)} ms`, text]),
);
if (failed.length > 0) {
  console.error(`${failed.length} texts made an answer throw`);
  process.exitCode = 1;
}

async function run(name: string, text: string): Promise<void> {
  const thousands = Math.max(1, text.split('\n').length / 1_000);
  try {
    for (const [verb, took] of Object.entries(await exercise(language, 'file:///fuzz/Dockerfile', text))) {
      const time = took / thousands;
      if (time > limit) console.error(`${name}: ${verb} took ${time.toFixed(0)} ms per 1,000 lines`);
      if (time > (slowest.get(verb)?.time ?? 0)) slowest.set(verb, { time, text: name });
    }
  } catch (error) {
    failed.push(name);
    console.error(`${name}:`, error);
  }
}
