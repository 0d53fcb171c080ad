import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseReference, referenceProblem, withDefaultTag } from '../../registry/reference.ts';
import { shortId } from '../../tree/nodes/reference.ts';
import { defineCommand } from '../command.ts';
import { editList, fillForm, textField } from '../form.ts';
import { Counted } from '../toFile.ts';
import { checkArchive } from '../archiveFile.ts';

/** The instructions that an engine applies to an imported image, by its own list. */
const instruction = /^(?:CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|ONBUILD|STOPSIGNAL|USER|VOLUME|WORKDIR)\s+\S/iu;

export const importImage = defineCommand({
  id: 'gantry.images.import',
  title: 'Import files as an image…',
  icon: 'file-zip',
  placement: { title: { views: ['gantry.images'], group: '1_files@2' } },
  async run({ engine, ui }) {
    const path = await ui.pickPath({ title: 'Import a tar archive of files as an image', kind: 'file' });
    if (path === undefined) return;
    await checkArchive(path);
    const answers = { name: '', message: '', changes: [] as readonly string[] };
    const submitted = await fillForm({
      ui,
      title: `Import ${basename(path)}`,
      submits: () => [{ label: 'Import', icon: 'package', value: true, description: answers.name || 'no name' }],
      fields: () => [
        textField(ui, answers, {
          key: 'name',
          label: 'Name',
          icon: 'tag',
          none: 'none',
          prompt: 'As base:1.0. Empty: no name.',
          validate: (text) => (text === '' ? undefined : nameProblem(text)),
        }),
        {
          label: 'Instructions',
          value: answers.changes.length === 0 ? 'none' : answers.changes.join(', '),
          icon: 'list-ordered',
          async edit() {
            const edited = await editList({
              ui,
              title: 'Instructions',
              noun: 'instruction',
              prompt: 'As in a Dockerfile: CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, USER, VOLUME, WORKDIR …',
              placeholder: 'CMD ["sh"]',
              items: answers.changes,
              validate: (text) => (instruction.test(text) ? undefined : 'An instruction with its value is expected.'),
            });
            answers.changes = edited ?? answers.changes;
          },
        },
        textField(ui, answers, {
          key: 'message',
          label: 'Message',
          icon: 'comment',
          none: 'none',
          prompt: 'Where it comes from',
        }),
      ],
    });
    if (submitted !== true) return;
    const { name, message, changes } = answers;
    const { repository, tag } = name === '' ? {} : withDefaultTag(parseReference(name));
    const options = {
      changes,
      ...(repository === undefined ? {} : { repository }),
      ...(tag === undefined ? {} : { tag }),
      ...(message === '' ? {} : { message }),
    };
    const id = await ui.progress(
      { title: `Importing ${basename(path)}`, cancellable: true },
      async (report, signal) =>
        await engine.images.import(new Counted(createReadStream(path), report), options, signal),
    );
    await ui.notify({ severity: 'info', text: `Imported ${basename(path)} as ${name === '' ? shortId(id) : name}.` });
  },
});

function nameProblem(text: string): string | undefined {
  const problem = referenceProblem(text);
  if (problem !== undefined) return problem;
  return parseReference(text).digest === undefined ? undefined : 'A name that is given has a tag, not a digest.';
}
