import type { Finding } from '../../../lint/rule.ts';
import type { Script } from '../../../shell/script.ts';
import type { Step } from '../../model/step.ts';
import { appendCommand } from '../appendCommand.ts';
import type { DockerfileFile } from '../file.ts';
import { isShipped } from '../isShipped.ts';
import { keepsOutOfLayer } from '../keepsOutOfLayer.ts';
import { mountCache } from '../mountCache.ts';
import { invocationsOf, rootOf, type Cache, type Invocation, type PackageManager } from './manager.ts';
import { removesFolder } from './removesFolder.ts';

/**
 * The `RUN`s that leave a package manager's cache in their layer, with one finding for each command that they lack: on
 * the first that fills the cache after it was last emptied. Stages whose layers are not shipped do not count; `ONBUILD`
 * runs in a stage to come.
 */
export function* uncleaned(file: DockerfileFile, manager: PackageManager): Iterable<Finding> {
  const { cache } = manager;
  if (cache === undefined) return;
  const isEmptied = emptied(cache);
  const seen = new Map<Step, Set<string>>();
  for (const invocation of invocationsOf(file, manager)) {
    const { step, script, verb, program } = invocation;
    const clean = cache.clean(program);
    if (seen.get(step)?.has(clean) === true || script.hasError || !isShipped(file, step)) continue;
    if (!cache.filledBy.has(verb.text) || isEmptied(invocation)) continue;
    seen.set(step, new Set(seen.get(step)).add(clean));
    yield report(file, invocation, { manager, cache });
  }
}

/** Answers whether a cache is emptied after a command has filled it, or is in no layer; looks through each script once. */
function emptied(cache: Cache): (invocation: Invocation) => boolean {
  const known = new Map<Script, Map<string, number>>();
  return (invocation) => {
    const { step, script, command, program } = invocation;
    const folders = cache.folders.map((folder) => rootOf(invocation) + folder);
    if (folders.some((folder) => keepsOutOfLayer(step, folder))) return true;
    const ends = known.get(script) ?? new Map<string, number>();
    known.set(script, ends);
    const key = `${program}\0${rootOf(invocation)}`;
    const end = ends.get(key) ?? lastCleaning(script, { cache, program, folders });
    ends.set(key, end);
    return end > command.start;
  };
}

/** Where the last command stands that empties the cache; -1 when there is none. */
function lastCleaning(
  { commands }: Script,
  { cache, program, folders }: { readonly cache: Cache; readonly program: string; readonly folders: readonly string[] },
): number {
  const last = commands.findLast(
    (command) => cache.isCleaned(command, program) || folders.some((folder) => removesFolder(command, folder)),
  );
  return last?.start ?? -1;
}

function report(
  file: DockerfileFile,
  invocation: Invocation,
  { manager, cache }: { readonly manager: PackageManager; readonly cache: Cache },
): Finding {
  const { step, script, command, program, verb } = invocation;
  const text = cache.clean(program);
  const finding: Finding = {
    range: file.range({ start: command.name.start, end: verb.end }),
    message: `The ${cache.content} of ${program} ${verb.text} stay in the layer. End the RUN with ${text}.`,
  };
  // Below another root the folders are others.
  if (rootOf(invocation) !== '') return finding;
  const alternatives = [mountCache(file, { step, folders: cache.mounts(step, program) })];
  if (step.json !== undefined) return { ...finding, alternatives };
  const own = new Set(manager.programs.filter((other) => cache.clean(other) === text));
  const after = script.commands.findLast(({ name }) => own.has(name.text)) ?? command;
  const edits = [appendCommand(file, { step, after, text })];
  return { ...finding, fix: { title: `Append ${text}`, edits, safe: after.topLevel }, alternatives };
}
