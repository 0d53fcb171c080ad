import { unpack } from '../../engine/archive/unpack.ts';
import type { Container } from '../../engine/model.ts';
import { formatBytes, formatCount, formatNames } from '../../ui/format.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { Counted } from '../toFile.ts';

/** `docker cp container:path folder`: also of one that is stopped or was never started. */
export const copyFromContainer = defineCommand({
  id: 'gantry.container.copyFrom',
  title: 'Copy from container…',
  icon: 'cloud-download',
  on: 'container',
  many: false,
  placement: { menu: '6_files@1' },
  async run(context, [container]) {
    if (!container) return;
    const { ui, services } = context;
    const name = containerName(container);
    const key = `copy from ${container.image}`;
    const last = services.recall(key);
    const from = await ui.input({
      title: `Copy from ${name}`,
      prompt: 'A file or folder in the container, as /etc/nginx or /var/log/app.log',
      value: typeof last === 'string' ? last : '/',
      validate: pathProblem,
    });
    if (from === undefined) return;
    const path = from.trim();
    const stat = await context.engine.containers.stat(container.id, path);
    if (!stat) {
      await ui.notify({ severity: 'error', text: `${name} has nothing at ${path}.` });
      return;
    }
    await services.remember(key, path);
    const folder = await ui.pickPath({ title: `Copy ${path} of ${name} into`, kind: 'folder' });
    if (folder !== undefined) await copyInto(context, { container, path, folder });
  },
});

/** What is wrong with a path in a container, or nothing. */
export function pathProblem(text: string): string | undefined {
  const path = text.trim();
  if (path === '') return 'A path is expected.';
  return /^(?:\/|[A-Za-z]:[\\/])/u.test(path) ? undefined : 'A path in a container is absolute: /data.';
}

async function copyInto(
  { engine, ui }: CommandContext,
  { container, path, folder }: { container: Container; path: string; folder: string },
): Promise<void> {
  const title = `Copying ${path} from ${containerName(container)}`;
  const { files, left, bytes } = await ui.progress({ title, cancellable: true }, async (report, signal) => {
    const counted = new Counted(engine.containers.readArchive(container.id, path, signal), report);
    return { ...(await unpack(counted, { folder, signal })), bytes: counted.bytes };
  });
  const copied = `Copied ${formatCount(files, 'file')} (${formatBytes(bytes)} with the archive’s headers) to ${folder}.`;
  if (left.length === 0) {
    await ui.notify({ severity: 'info', text: copied });
    return;
  }
  const why = `Left out, because they are devices or lead out of the folder: ${formatNames(left, 5)}.`;
  await ui.notify({ severity: 'warning', text: `${copied} ${why}` });
}
