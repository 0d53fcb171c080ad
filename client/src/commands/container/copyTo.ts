import { basename, posix } from 'node:path';
import { hostFiles } from '../../engine/archive/hostFiles.ts';
import { writeTar } from '../../engine/archive/writeTar.ts';
import type { Container } from '../../engine/model.ts';
import { formatCount } from '../../ui/format.ts';
import type { ReportProgress } from '../../ui/ui.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { Counted } from '../toFile.ts';
import { pathProblem } from './copyFrom.ts';

/** `docker cp path container:folder`: also into one that is stopped or was never started, and into several. */
export const copyToContainer = defineCommand({
  id: 'gantry.container.copyTo',
  title: 'Copy to container…',
  icon: 'cloud-upload',
  on: 'container',
  many: true,
  placement: { menu: '6_files@2' },
  async run(context, containers) {
    const [first] = containers;
    if (!first) return;
    const { ui, services } = context;
    const where = containers.length === 1 ? containerName(first) : formatCount(containers.length, 'container');
    const kind = await ui.pick<'file' | 'folder'>({
      title: `Copy to ${where}`,
      choices: [
        { label: 'A file…', icon: 'file', value: 'file' },
        { label: 'A folder…', description: 'with all in it', icon: 'folder', value: 'folder' },
      ],
    });
    const path = kind && (await ui.pickPath({ title: `Copy to ${where}`, kind }));
    if (path === undefined) return;
    const key = `copy to ${first.image}`;
    const last = services.recall(key);
    const folder = await ui.input({
      title: `Copy ${basename(path)} into which folder of ${where}?`,
      prompt: 'It is made when it is not there',
      value: typeof last === 'string' ? last : '/',
      validate: pathProblem,
    });
    if (folder === undefined) return;
    await services.remember(key, folder.trim());
    await copyInto(context, containers, { path, folder: folder.trim() });
  },
});

async function copyInto(
  context: CommandContext,
  containers: readonly Container[],
  { path, folder }: { path: string; folder: string },
): Promise<void> {
  const { ui } = context;
  const replaced = await conflicts(context, containers, posix.join(folder, basename(path)));
  if (replaced.length > 0) {
    const detail = `What is there under this name is replaced; of a folder the files of the same name.`;
    const message = `${replaced.join(', ')} has ${posix.join(folder, basename(path))} already. Write over it?`;
    if (!(await ui.confirm({ message, detail, action: 'Write over it' }))) return;
  }
  const [only] = containers;
  if (only && containers.length === 1) {
    const title = `Copying ${basename(path)} to ${containerName(only)}`;
    await ui.progress({ title, cancellable: true }, (report, signal) =>
      upload(context, only, { path, folder, signal, report }),
    );
    await ui.notify({ severity: 'info', text: `Copied ${basename(path)} into ${folder} of ${containerName(only)}.` });
    return;
  }
  const bulk: Bulk<Container> = {
    ui,
    targets: containers,
    name: containerName,
    noun: 'container',
    doing: `Copying ${basename(path)} to`,
    done: `got ${basename(path)}`,
    run: (container, signal) => upload(context, container, { path, folder, signal, report: () => {} }),
  };
  const result = await forEach(bulk);
  const summary = `Copied ${basename(path)} into ${folder} of ${formatCount(result.done.length, 'container')}.`;
  await reportBulk(bulk, result, summary);
}

async function conflicts(
  { engine }: CommandContext,
  containers: readonly Container[],
  path: string,
): Promise<readonly string[]> {
  const found = await Promise.all(
    containers.map(async (container) =>
      (await engine.containers.stat(container.id, path)) ? [containerName(container)] : [],
    ),
  );
  return found.flat();
}

interface Upload {
  readonly path: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly report: ReportProgress;
}

/** Where the folder is not there, the archive goes to the root with its whole path in it: that makes the folders on the way. */
async function upload({ engine }: CommandContext, { id }: Container, options: Upload): Promise<void> {
  const { path, folder, signal, report } = options;
  const there = await engine.containers.stat(id, folder, signal);
  const [root, as] = there ? [folder, basename(path)] : ['/', posix.join(folder, basename(path)).slice(1)];
  const tar = new Counted(writeTar(hostFiles(path, as)), report);
  await engine.containers.writeArchive(id, { folder: root, tar }, signal);
}
