import type { CommandContext } from '../command.ts';
import type { FilesTarget } from './files.ts';

/** What can be done with the files, by what has them. */
const possible = {
  container: 'Files can be opened, saved and uploaded; renaming and deleting takes a running container.',
  image: 'Files of an image can be opened and downloaded, not changed.',
  volume: 'Files can be opened, saved and uploaded; renaming and deleting takes a running container with this volume.',
} as const;

/** Adds the files to the explorer, after asking: it changes the workspace, and may restart its extensions. */
export async function browseFiles({ services, ui }: CommandContext, { of, name }: FilesTarget): Promise<void> {
  const message = `Show the files of ${name} in the explorer?`;
  const detail = `They become a folder of this workspace until you remove it from there; the window may reload for that. ${possible[of.kind]}`;
  if (!(await ui.confirm({ message, detail, action: 'Add to workspace' }))) return;
  if (await services.engineFiles.browse(of, `${name} (${of.kind})`)) return;
  await ui.notify({
    severity: 'error',
    text: `The editor did not add the files of ${name}. Use “Open file…” instead.`,
  });
}
