import { expect, it } from 'vitest';
import type { TerminalSession } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { sessionTerminal, type SessionOptions } from '../../../client/src/terminal/session.ts';
import { ShownTerminal } from '../../support/shown.ts';
import { until } from '../../support/until.ts';

/** A process that writes what it is told, and ends with this code when its input has `end` in it. */
class Process implements TerminalSession {
  readonly typed: string[] = [];
  readonly sizes: string[] = [];
  closed = false;
  #code: number | undefined;
  readonly #text: string;
  #end: () => void = () => {};

  constructor(text: string, code?: number) {
    this.#text = text;
    this.#code = code;
  }

  get output(): AsyncIterable<Uint8Array> {
    return this.#output();
  }

  async *#output(): AsyncGenerator<Uint8Array, void, undefined> {
    for (const byte of Buffer.from(this.#text)) yield new Uint8Array([byte]);
    if (this.#code === undefined) await new Promise<void>((resolve) => (this.#end = resolve));
  }

  write(data: string): void {
    this.typed.push(data);
    if (data.includes('end')) this.finish(0);
  }
  finish(code: number): void {
    this.#code = code;
    this.#end();
  }
  endInput(): void {
    this.typed.push('EOF');
  }
  async resize({ columns, rows }: { columns: number; rows: number }): Promise<void> {
    this.sizes.push(`${columns}x${rows}`);
  }
  async exitCode(): Promise<number | undefined> {
    return this.#code;
  }
  close(): void {
    this.closed = true;
    this.#end();
  }
}

const refusal = 'OCI runtime exec failed: exec: "bash": executable file not found in $PATH\r\n';

function open(processes: readonly (Process | EngineError)[], options: Partial<SessionOptions> = {}): ShownTerminal {
  return new ShownTerminal(
    sessionTerminal({
      name: 'web',
      icon: 'terminal',
      attempts: processes.map((process) => async () => {
        if (process instanceof EngineError) throw process;
        return process;
      }),
      missing: 'Nothing there.',
      tty: true,
      ended: () => undefined,
      ...options,
    }),
  );
}

it('goes on to sh without a word about bash', async () => {
  const sh = new Process('$ größe ');
  const terminal = open([new Process(refusal, 126), sh]);
  await until('the prompt', () => terminal.text.includes('größe'));
  expect(terminal.text).toBe('$ größe ');
  terminal.type('end\r');
  await until('the end', () => terminal.ended);
  expect(sh.typed).toEqual(['end\r']);
});

it('says what is missing when nothing is there, and closes with a key', async () => {
  const terminal = open([new Process(refusal, 127), new Process(refusal, 127)]);
  await until('the message', () => terminal.text.includes('Nothing there.'));
  expect(terminal.text).not.toContain('OCI');
  expect(terminal.ended).toBe(false);
  terminal.type('x');
  expect(terminal.ended).toBe(true);
});

it('shows the engine’s words when there is no other attempt', async () => {
  const terminal = open([new Process(refusal, 127)]);
  await until('the message', () => terminal.text.includes('Nothing there.'));
  expect(terminal.text).toContain('executable file not found');
});

it('is no missing program when the shell’s last command was missing', async () => {
  const bash = new Process('$ ');
  const terminal = open([bash, new Process('second')]);
  await until('the prompt', () => terminal.text === '$ ');
  terminal.type('nosuch\r');
  bash.finish(127);
  await until('the end', () => terminal.ended);
  expect(terminal.text).not.toContain('second');
});

it('passes sizes on, and what was typed before there was a process', async () => {
  const process = new Process('');
  let give: (process: Process) => void = () => {};
  const terminal = new ShownTerminal(
    sessionTerminal({
      name: 'web',
      icon: 'terminal',
      attempts: [() => new Promise((resolve) => (give = resolve))],
      missing: '',
      tty: true,
      ended: () => 'Done.',
    }),
  );
  terminal.type('early');
  give(process);
  await until('typed', () => process.typed.length > 0);
  terminal.resize(132, 40);
  expect(process.typed).toEqual(['early']);
  expect(process.sizes).toEqual(['132x40']);
  terminal.type('end');
  await until('the message', () => terminal.text.includes('Done. Press any key to close.'));
});

it('hangs up when the tab is closed, or leaves the process alone', async () => {
  const shell = new Process('$ ');
  const attached = new Process('$ ');
  const tabs = [open([shell], { hangUp: ['\u0003', '\u0004'] }), open([attached])];
  await until('both', () => tabs.every(({ text }) => text === '$ '));
  for (const tab of tabs) tab.close();
  await until('the end of the connection', () => shell.closed);
  expect(shell.typed).toEqual(['\u0003', '\u0004']);
  expect([attached.typed, attached.closed]).toEqual([[], true]);
});

it('explains an error in the tab', async () => {
  const terminal = open([new EngineError('conflict', 'container is paused')]);
  await until('the message', () => terminal.text.includes('Container is paused. Press any key'));
});

it('ends lines and echoes for a process without a terminal', async () => {
  const process = new Process('one\ntwo\n');
  const terminal = open([process], { tty: false, greeting: 'Attached.' });
  await until('both lines', () => terminal.text.endsWith('two\r\n'));
  terminal.type('hi\r');
  expect(process.typed).toEqual(['hi\n']);
  expect(terminal.text).toBe('\u001B[2mAttached.\u001B[0m\r\none\r\ntwo\r\nhi\r\n');
});

it('takes no input where there is none to take', async () => {
  const process = new Process('x');
  const terminal = open([process], { readOnly: true });
  await until('output', () => terminal.text === 'x');
  terminal.type('y');
  expect(process.typed).toEqual([]);
});
