import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { timeOf } from '../../../client/src/commands/log/choice.ts';
import { filterLog } from '../../../client/src/commands/log/filter.ts';
import { changeLogOptions } from '../../../client/src/commands/log/options.ts';
import { pauseLog, resumeLog } from '../../../client/src/commands/log/pause.ts';
import { saveLog } from '../../../client/src/commands/log/save.ts';
import { LogView } from '../../../client/src/document/logView.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function desk() {
  const opened = await openDesk(new MemoryEngine());
  const view = new LogView();
  const restart = vi.fn<() => void>();
  opened.ui.openedLast = { name: 'web.log', view, restart };
  view.append([
    { text: '\u001B[31mERROR bad\u001B[0m', stream: 'stderr' },
    { text: 'INFO fine', stream: 'stdout' },
  ]);
  return { ...opened, view, restart };
}

it('reads times as durations before now, and as dates', () => {
  expect(timeOf('1h30m', 10_000_000)).toBe(10_000_000 - 5_400_000);
  expect(timeOf('2026-01-31T12:00:00Z', 0)).toBe(Date.UTC(2026, 0, 31, 12));
  expect([timeOf('', 0), timeOf('soon', 0), timeOf('2026-99-99', 0)]).toEqual([undefined, undefined, undefined]);
});

it('filters by level, stream and text', async () => {
  const { ui, use, view, dispose } = await desk();
  ui.onPick('Filter log', 'Errors');
  await use(filterLog);
  expect(view.toString()).toBe('ERROR bad\n');
  ui.onPick('Filter log', 'All lines').onPick('Filter log', 'Only stdout');
  await use(filterLog);
  await use(filterLog);
  expect(view.toString()).toBe('INFO fine\n');
  ui.onPick('Filter log', 'Text…').onInput('Filter log by text', '/^x/', { rejected: ['/(/'] });
  await use(filterLog);
  expect(view.toString()).toBe('');
  ui.done();
  dispose();
});

it('pauses and resumes', async () => {
  const { use, view, dispose } = await desk();
  await use(pauseLog);
  view.append([{ text: 'new', stream: 'stdout' }]);
  expect([view.waiting, view.toString()]).toEqual([1, 'ERROR bad\nINFO fine\n']);
  await use(resumeLog);
  expect(view.toString()).toBe('ERROR bad\nINFO fine\nnew\n');
  dispose();
});

it('saves what the filter lets through, or all, without styles', async () => {
  await using folder = await temporaryFolder();
  const { ui, use, view, dispose } = await desk();
  const path = join(folder.path, 'web.log');
  ui.onPickPath('Save log', path);
  await use(saveLog);
  expect(await readFile(path, 'utf8')).toBe('ERROR bad\nINFO fine\n');
  view.choose({ text: 'fine' });
  ui.onAsk('Save what', 'Filtered').onPickPath('Save log', path);
  await use(saveLog);
  expect(await readFile(path, 'utf8')).toBe('INFO fine\n');
  dispose();
});

it('asks for options, remembers them and reads anew; dismissed, nothing happens', async () => {
  const { ui, use, services, restart, dispose } = await desk();
  ui.onPick('Log options');
  await use(changeLogOptions);
  expect(restart).not.toHaveBeenCalled();
  ui.onPick('Log options', 'Since').onInput('Since', '15m', { rejected: ['soon'] });
  ui.onPick('Log options', 'Timestamps').onPick('Log options', 'Show the log');
  await use(changeLogOptions);
  expect(restart).toHaveBeenCalledOnce();
  expect(services.memory.get('logs.options')).toEqual({ tail: 1000, since: '15m', until: '', timestamps: true });
  dispose();
});
