#!/usr/bin/env node
import { usage, UsageError } from './cli/arguments.ts';
import { formatCommand } from './cli/format.ts';
import { lintCommand } from './cli/lint.ts';
import { rulesCommand } from './cli/rules.ts';
import type { Terminal } from './cli/terminal.ts';
import { version } from './workspace/version.ts';

const terminal: Terminal = {
  env: process.env,
  cwd: process.cwd(),
  terminal: process.stdout.isTTY,
  version: version(import.meta.dirname),
  stdin: readStandardInput,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** The command line. Status: 0 nothing to report, 1 something to report, 2 used wrongly, or not readable or writable. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'lint':
      return lintCommand(args, terminal);
    case 'format':
      return formatCommand(args, terminal);
    case 'rules':
      return rulesCommand(args, terminal);
    case 'lsp':
      // The connection chooses its transport by the arguments.
      if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument)))
        process.argv.push('--stdio');
      await import('./main.ts');
      return new Promise(() => {});
    case '--version':
    case '-v':
    case '-V':
      terminal.out(`${terminal.version ?? ''}\n`);
      return 0;
    case 'help':
    case '--help':
    case '-h':
      terminal.out(usage);
      return 0;
    case undefined:
      throw new UsageError('name a command', usage);
    default:
      throw new UsageError(`there is no command ${command}`, usage);
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

// Whoever reads may stop reading (`| head`): nothing is left to do then.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
});

main(process.argv.slice(2)).then(
  (status) => {
    // Not process.exit: what is still on its way to a pipe would be lost.
    process.exitCode = status;
  },
  (error: unknown) => {
    const message = error instanceof UsageError ? `${error.message}\n\n${error.usage}` : String((error as Error).stack);
    process.stderr.write(`gantry: ${message}\n`);
    process.exitCode = 2;
  },
);
