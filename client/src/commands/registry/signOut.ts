import { formatNames } from '../../ui/format.ts';
import { hubHost } from '../../registry/reference.ts';
import { defineCommand } from '../command.ts';
import { copyCommand } from '../docker/copy.ts';

/** Forgets what is kept for a registry. Docker's own file is not written: what stands there is the CLI's to take out. */
export const signOut = defineCommand({
  id: 'gantry.registry.signOut',
  title: 'Sign out of a registry…',
  placement: { title: { views: ['gantry.images'], group: '3_registry@2' } },
  async run(context) {
    const { services, ui } = context;
    const candidates = [...new Set([...services.signIns.hosts(), ...(await services.knownRegistries()), hubHost])];
    const found = await Promise.all(
      candidates.map(async (host) => ({ host, found: await services.findCredentials(host) })),
    );
    const known = found.filter(({ found: { credentials } }) => credentials !== undefined);
    if (known.length === 0) {
      await ui.notify({ severity: 'info', text: 'There is no registry that you are signed in to.' });
      return;
    }
    const host = await ui.pick({
      title: 'Sign out of a registry',
      choices: known.map(({ host, found: { credentials, source } }) => ({
        label: host === hubHost ? 'Docker Hub' : host,
        description: [...(credentials?.username === undefined ? [] : [credentials.username]), source].join(' • '),
        icon: 'server',
        value: host,
      })),
    });
    if (host === undefined) return;
    const places = await services.signIns.forget(host);
    const left = await services.findCredentials(host);
    if (left.credentials === undefined) {
      await ui.notify({ severity: 'info', text: `Signed out of ${host}: forgotten in ${formatNames(places)}.` });
      return;
    }
    const how = 'Copy as docker command';
    const done = places.length === 0 ? '' : `Forgotten in ${formatNames(places)}. `;
    const text = `${done}${left.source} still has credentials for ${host}, and Gantry does not write that file: “docker logout” does.`;
    const pressed = await ui.notify({ severity: 'warning', text, actions: [how] });
    if (pressed === how) {
      const server = host === hubHost ? [] : [host];
      await copyCommand(context, { title: 'Sign out', commands: [['logout', ...server]] });
    }
  },
});
