import type { Choice } from '../../ui/ui.ts';
import { viewIds } from '../../tree/viewOptions.ts';
import { defineCommand, type CommandServices } from '../command.ts';
import { setEngineHost } from './setHost.ts';

/** What the setting `gantry.engine.context` is to be; `address` asks for an address instead. */
type Answer = { readonly context: string } | { readonly address: true };

export const chooseContext = defineCommand({
  id: 'gantry.engine.chooseContext',
  title: 'Choose Docker context…',
  icon: 'server-environment',
  placement: { title: { views: viewIds, group: '9_engine@2' } },
  async run(context) {
    const { services, ui } = context;
    const answer = await ui.pick({
      title: 'Docker context',
      placeholder: 'The engine that Gantry works with',
      choices: choices(services),
    });
    if (!answer) return;
    if ('address' in answer) {
      await setEngineHost.run(context, []);
      return;
    }
    await services.updateSetting('gantry.engine.context', answer.context);
    // An address that is set goes before every context.
    if (services.setting('gantry.engine.host') !== '') await services.updateSetting('gantry.engine.host', '');
  },
});

async function choices(services: CommandServices): Promise<Choice<Answer>[]> {
  const host = services.setting('gantry.engine.host');
  const chosen = services.setting('gantry.engine.context');
  const row = (choice: Choice<{ readonly context: string }>): Choice<Answer> => ({
    ...choice,
    picked: host === '' && choice.value.context === chosen,
  });
  const contexts = await services.contexts();
  return [
    row({
      label: 'As the Docker CLI does',
      description: 'DOCKER_HOST, DOCKER_CONTEXT, `docker context use`, the usual sockets',
      icon: 'sync',
      value: { context: '' },
    }),
    row({ label: 'default', description: 'the engine of this machine', icon: 'server', value: { context: 'default' } }),
    ...contexts
      .filter(({ name }) => name !== 'default')
      .map(({ name, host, description }) =>
        row({
          label: name,
          description: host,
          icon: 'server',
          value: { context: name },
          ...(description === '' ? {} : { detail: description }),
        }),
      ),
    {
      label: 'Set an address…',
      description: host,
      icon: 'edit',
      separator: 'Without a context',
      picked: host !== '',
      value: { address: true },
    },
  ];
}
