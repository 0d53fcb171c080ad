import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

test('a heap that has grown is small again afterwards', () => {
  const module = pathToFileURL(resolve(import.meta.dirname, '../../../server/src/workspace/memory.ts')).href;
  // In a process of its own: the flag it sets counts for the whole process.
  const script = `
    import { getHeapStatistics } from 'node:v8';
    import { releaseMemory } from ${JSON.stringify(module)};
    const size = () => getHeapStatistics().total_heap_size;
    let kept = [];
    while (size() < 120e6) kept.push(new Array(1000).fill(0));
    kept = [];
    releaseMemory();
    console.log(size());
  `;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(Number(out)).toBeLessThan(60e6);
});
