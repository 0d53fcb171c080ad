#!/usr/bin/env node
import { lintCommand } from './cli/lint.ts';
import { usage, UsageError } from './cli/arguments.ts';
import { version } from './workspace/version.ts';

/** The command line. Status: 0 nothing to report, 1 problems at or above the threshold, 2 used wrongly or not readable. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'lint':
      return lintCommand(args, {
        env: process.env,
        cwd: process.cwd(),
        terminal: process.stdout.isTTY,
        stdin: readStandardInput,
        out: (text) => process.stdout.write(text),
        err: (text) => process.stderr.write(text),
      });
    case 'lsp':
      // The connection chooses its transport by the arguments.
      if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument)))
        process.argv.push('--stdio');
      await import('./main.ts');
      return new Promise(() => {});
    case '--version':
    case '-V':
      process.stdout.write(`${version(import.meta.dirname)}\n`);
      return 0;
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(usage);
      return 0;
    case undefined:
      throw new UsageError('name a command');
    default:
      throw new UsageError(`there is no command ${command}`);
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

main(process.argv.slice(2)).then(
  (status) => {
    // Not process.exit: what is still on its way to a pipe would be lost.
    process.exitCode = status;
  },
  (error: unknown) => {
    const wrong = error instanceof UsageError;
    process.stderr.write(
      `gantry: ${wrong ? error.message : String((error as Error).stack)}\n${wrong ? `\n${usage}` : ''}`,
    );
    process.exitCode = 2;
  },
);
