import { posix } from 'node:path';
import type { Choice } from '../../ui/ui.ts';
import type { CommandContext } from '../command.ts';
import type { FilesTarget } from './files.ts';

interface Step {
  readonly path: string;
  readonly folder: boolean;
}

/** Lets somebody walk through the folders, or type a path, and opens the file. */
export async function openFileOf(context: CommandContext, { of, name }: FilesTarget): Promise<void> {
  const { services, ui } = context;
  let folder = '/';
  for (;;) {
    const here = folder;
    const choices = services.engineFiles.list(of, here).then((entries) => rows(here, entries));
    const step = await ui.pick<Step>({
      title: `Open a file of ${name}: ${here}`,
      placeholder: 'Choose, or type a path',
      choices,
      custom: (text) => typed(here, text),
    });
    if (!step) return;
    if (!step.folder) {
      await services.engineFiles.open(of, step.path);
      return;
    }
    folder = step.path;
  }
}

function rows(
  here: string,
  entries: readonly { readonly name: string; readonly folder: boolean }[],
): readonly Choice<Step>[] {
  const up: Choice<Step> = { label: '..', icon: 'arrow-up', value: { path: posix.dirname(here), folder: true } };
  return [
    ...(here === '/' ? [] : [up]),
    ...entries.map(({ name, folder }) => ({
      label: folder ? `${name}/` : name,
      icon: folder ? 'folder' : 'file',
      value: { path: posix.join(here, name), folder },
    })),
  ];
}

/** A path from here; with a slash at its end a folder. */
function typed(here: string, text: string): Choice<Step> | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const path = posix.resolve(here, wanted);
  const folder = wanted.endsWith('/');
  return { label: `${folder ? 'Go to' : 'Open'} ${path}`, icon: 'arrow-right', value: { path, folder } };
}
