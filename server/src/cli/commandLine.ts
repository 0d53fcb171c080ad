import { usage, UsageError } from './arguments.ts';
import { configCommand } from './config.ts';
import { formatCommand } from './format.ts';
import { lintCommand } from './lint.ts';
import { rulesCommand } from './rules.ts';
import type { Terminal } from './terminal.ts';
import { serve } from '../serve.ts';
import { rulePages } from '../workspace/ruleDocs.ts';
import { version } from '../workspace/version.ts';

/** Runs the command line of this process and sets its exit status. */
export async function runCommandLine(): Promise<void> {
  // Whoever reads may stop reading (`| head`): nothing is left to do then.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(0);
  });
  const [command, ...args] = process.argv.slice(2);
  try {
    // Not process.exit: what is still on its way to a pipe would be lost.
    process.exitCode = await run(command, { args, terminal: ownTerminal() });
  } catch (error) {
    const message = error instanceof UsageError ? `${error.message}\n\n${error.usage}` : String((error as Error).stack);
    process.stderr.write(`gantry: ${message}\n`);
    process.exitCode = 2;
  }
}

function ownTerminal(): Terminal {
  return {
    env: process.env,
    cwd: process.cwd(),
    terminal: process.stdout.isTTY,
    version: version(import.meta.dirname),
    rulePage: rulePages(import.meta.dirname),
    stdin: readStandardInput,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}

/** The command line. Status: 0 nothing to report, 1 something to report, 2 used wrongly, or not readable or writable. */
async function run(
  command: string | undefined,
  { args, terminal }: { args: readonly string[]; terminal: Terminal },
): Promise<number> {
  switch (command) {
    case 'lint':
      return lintCommand(args, terminal);
    case 'config':
      return configCommand(args, terminal);
    case 'format':
      return formatCommand(args, terminal);
    case 'rules':
      return rulesCommand(args, terminal);
    case 'lsp':
      // The connection chooses its transport by the arguments.
      if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument)))
        process.argv.push('--stdio');
      serve();
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
