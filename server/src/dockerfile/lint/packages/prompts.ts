import type { Finding } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { insertWord } from '../insertWord.ts';
import { invocationsOf, type Invocation, type PackageManager } from './manager.ts';

/** The commands that wait for a yes. */
export function* unanswered(file: DockerfileFile, manager: PackageManager): Iterable<Finding> {
  const { prompts } = manager;
  if (prompts === undefined) return;
  for (const invocation of invocationsOf(file, manager)) {
    const { step, script, command, verb, hidesOptions } = invocation;
    if (!prompts.verbs.has(verb.text) || script.hasError || hidesOptions) continue;
    if (prompts.isAnswered(invocation) || isFedByYes(invocation)) continue;
    const after = prompts.after === 'program' ? command.name : verb;
    yield {
      range: file.range(verb),
      subject: file.range(command),
      message: `${command.name.text} ${verb.text} asks whether to go on, and in a build nobody answers. Add ${prompts.flag}.`,
      fix: {
        title: `Insert ${prompts.flag}`,
        edits: [insertWord(file, { step, after, text: prompts.flag })],
        safe: true,
      },
    };
  }
}

/** `yes | apt-get install …` */
function isFedByYes({ script, command }: Invocation): boolean {
  const { start } = command.statement;
  if (command.start === start) return false;
  const before = script.commands.slice(0, script.commands.indexOf(command));
  return before.findLast((other) => other.start <= start)?.name.text === 'yes';
}
