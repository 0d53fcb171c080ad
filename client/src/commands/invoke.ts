import { EngineError } from '../engine/error.ts';
import { explain } from '../ui/explain.ts';
import type { Ui } from '../ui/ui.ts';
import type { Command, CommandContext, TargetCommand, TargetKind } from './command.ts';
import { withoutEllipsis } from './names.ts';
import { resolveTargets } from './target/resolve.ts';

/**
 * Runs a command with what the editor hands over: the one place where a command's error is caught. A cancel is silent;
 * an error that is not the engine's is a fault of ours and goes to the log with its stack.
 */
export async function invoke(command: Command, context: CommandContext, args: readonly unknown[] = []): Promise<void> {
  try {
    if (command.needsTrust === true && !context.services.isTrusted()) await refuse(command, context.ui);
    else if (command.on === undefined) await command.run(context, args);
    else await runOnTargets(command, context, args);
  } catch (error) {
    await report(context.ui, command, error);
  }
}

// The union's members each pair `on` with its own targets; the compiler cannot follow that through a call.
async function runOnTargets(
  command: Exclude<Command, { on?: undefined }>,
  context: CommandContext,
  args: readonly unknown[],
): Promise<void> {
  const generic = command as unknown as TargetCommand<TargetKind>;
  const targets = await resolveTargets(generic, context, args);
  if (targets && targets.length > 0) await generic.run(context, targets);
}

async function refuse({ title }: Command, ui: Ui): Promise<void> {
  const trust = 'Manage workspace trust';
  const pressed = await ui.notify({
    severity: 'warning',
    text: `“${withoutEllipsis(title)}” runs what this workspace’s files say, so it waits until you trust the workspace.`,
    actions: [trust],
  });
  if (pressed === trust) await ui.run('workbench.trust.manage');
}

async function report(ui: Ui, command: Command, error: unknown): Promise<void> {
  const explanation = explain(error);
  if (!explanation) return;
  const title = withoutEllipsis(command.title);
  if (error instanceof EngineError) ui.log.warn(`${command.id}: ${error.kind}: ${error.message}`);
  else ui.log.error(`${command.id} failed`, error);
  const { message, actions } = explanation;
  const text = error instanceof EngineError ? message : `“${title}” failed: ${message}`;
  const pressed = await ui.notify({ severity: 'error', text, actions: actions.map(({ title }) => title) });
  const way = actions.find(({ title }) => title === pressed);
  if (way) await ui.run(way.command);
}
