import { fetchTagsCommand } from '../../../../server/src/protocol/requests.ts';
import { parseReference, referenceProblem } from '../../registry/reference.ts';
import { defineCommand, type CommandContext } from '../command.ts';

/** Asks a registry for an image's tags, so that completion in `FROM` has them. Runs from the completion itself, too. */
export const fetchTags = defineCommand({
  id: fetchTagsCommand,
  title: 'Fetch an image’s tags for completion…',
  placement: {},
  async run({ ui, services }, args) {
    const [given] = args;
    const name = typeof given === 'string' ? given : await ui.input({ ...question, validate: referenceProblem });
    if (name === undefined) return;
    const { host, repository } = parseReference(name);
    if (!(await isAllowed({ ui, services }, host))) return;
    const tags = await ui.progress({ title: `Fetching the tags of ${repository}`, cancellable: true }, (_, signal) =>
      services.tags.fetch(repository, signal),
    );
    if (tags.length === 0) await ui.notify({ severity: 'info', text: `${repository} has no tags.` });
    else if (typeof given === 'string') await ui.run('editor.action.triggerSuggest');
  },
});

const question = { title: 'Image whose tags are fetched', placeholder: 'ghcr.io/owner/image' };

/** Asks once per registry and session, unless the setting says it for all. */
async function isAllowed({ ui, services }: Pick<CommandContext, 'ui' | 'services'>, host: string): Promise<boolean> {
  if (services.tags.isAllowed(host)) return true;
  const once = 'Ask it';
  const always = 'Always, any registry';
  const pressed = await ui.ask({
    message: `Ask ${host} for tags?`,
    detail:
      'The name of the image is sent to the registry, with what “docker login” stored for it when it wants a sign-in. Until the window closes, completion asks this registry by itself.',
    actions: [once, always],
  });
  if (pressed === undefined) return false;
  services.tags.allow(host);
  if (pressed === always) await services.updateSetting('gantry.dockerfile.registryTags', true);
  return true;
}
