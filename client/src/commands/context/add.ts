import { contextNameProblem } from '../../engine/endpoint/contextFiles.ts';
import { defineCommand, type CommandContext } from '../command.ts';

export const addContext = defineCommand({
  id: 'gantry.contexts.add',
  title: 'Add Docker context…',
  icon: 'add',
  placement: { title: { views: ['gantry.contexts'], group: 'navigation@1' } },
  async run(context) {
    const { details, services, ui } = context;
    const taken = new Set((await services.contexts()).map(({ name }) => name));
    const name = await ui.input({
      title: 'Name of the context',
      placeholder: 'nas',
      step: { current: 1, total: 3 },
      validate: (text) =>
        taken.has(text.trim()) ? `There is a context “${text.trim()}” already.` : contextNameProblem(text.trim()),
    });
    if (name === undefined) return;
    const host = await ui.input({
      title: 'Address of its engine',
      prompt: 'As the Docker CLI takes it',
      placeholder: 'tcp://nas:2376',
      step: { current: 2, total: 3 },
      validate: hostProblem,
    });
    if (host === undefined) return;
    const certificates = await pickCertificates(context, host.trim());
    if (certificates === undefined) return;
    const description = await ui.input({
      title: 'Description',
      prompt: 'Optional',
      step: { current: 3, total: 3 },
    });
    if (description === undefined) return;
    await services.dockerContexts.add({
      name: name.trim(),
      host: host.trim(),
      description: description.trim(),
      ...(certificates === '' ? {} : { certificates }),
    });
    details.forget(({ about }) => about === 'contexts');
    const use = 'Use it now';
    const pressed = await ui.notify({
      severity: 'info',
      text: `The Docker context “${name.trim()}” is there, for the Docker CLI too.`,
      actions: [use],
    });
    if (pressed === use) await services.updateSetting('gantry.engine.context', name.trim());
  },
});

/** The folder with the certificates; empty for none. `undefined` when it was dismissed. */
async function pickCertificates({ ui }: CommandContext, host: string): Promise<string | undefined> {
  if (!host.startsWith('tcp://')) return '';
  const how = await ui.pick<'folder' | 'none'>({
    title: 'How the connection is secured',
    choices: [
      {
        label: 'TLS with certificates of a folder…',
        description: 'ca.pem, cert.pem, key.pem; they are copied',
        icon: 'lock',
        value: 'folder',
      },
      {
        label: 'Not at all',
        description: 'whoever can reach it is root on that machine',
        icon: 'unlock',
        value: 'none',
      },
    ],
  });
  if (how === undefined) return undefined;
  return how === 'none' ? '' : await ui.pickPath({ title: 'Folder with ca.pem, cert.pem and key.pem', kind: 'folder' });
}

function hostProblem(text: string): string | undefined {
  const sound = /^unix:\/\/\/.|^npipe:\/\/\/\/\.\/pipe\/.|^(tcp|ssh):\/\/[^/\s]+$/.test(text.trim());
  if (sound) return undefined;
  return 'An address looks like tcp://host:2376, ssh://user@host, unix:///path/to/docker.sock or npipe:////./pipe/docker_engine.';
}
