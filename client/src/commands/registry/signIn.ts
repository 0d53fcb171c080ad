import { EngineError } from '../../engine/error.ts';
import { serverAddress } from '../../registry/credentials.ts';
import { hubHost } from '../../registry/reference.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { hostProblem, registryHost } from './host.ts';

/** Tries a name and a password at a registry, and keeps them when they are right. */
export const signIn = defineCommand({
  id: 'gantry.registry.signIn',
  title: 'Sign in to a registry…',
  icon: 'key',
  placement: { title: { views: ['gantry.images'], group: '3_registry@1' } },
  async run(context) {
    const { engine, services, ui } = context;
    const host = await askHost(context);
    if (host === undefined) return;
    const title = `Sign in to ${host}`;
    const username = await ui.input({
      title,
      prompt: 'User name',
      validate: (text) => (text.trim() === '' ? 'A user name is expected.' : undefined),
      step: { current: 1, total: 2 },
    });
    if (username === undefined) return;
    const password = await ui.input({
      title,
      prompt: 'Password or access token; a token can be taken back by itself',
      password: true,
      validate: (text) => (text === '' ? 'A password is expected.' : undefined),
      step: { current: 2, total: 2 },
    });
    if (password === undefined) return;
    const credentials = { serverAddress: serverAddress(host), username: username.trim(), password };
    const checked = await ui.progress({ title: `Signing in to ${host}`, cancellable: true }, (_report, signal) =>
      engine.system.checkCredentials(credentials, signal).catch((error: unknown) => {
        if (!(error instanceof EngineError) || error.kind !== 'unauthorized') throw error;
        const text = `${host} does not accept this user name and password. The answer was: ${error.message.trim()}`;
        throw new EngineError('invalid', text, { cause: error });
      }),
    );
    const { identityToken } = checked;
    const kept =
      identityToken === undefined ? credentials : { serverAddress: credentials.serverAddress, identityToken };
    const place = await services.signIns.keep(host, kept);
    await ui.notify({
      severity: 'info',
      text: `Signed in to ${host} as ${credentials.username}. It is kept in ${place}.`,
    });
  },
});

async function askHost({ services, ui }: CommandContext): Promise<string | undefined> {
  const known = [...new Set([hubHost, ...services.signIns.hosts(), ...(await services.knownRegistries())])];
  return await ui.pick({
    title: 'Sign in to a registry',
    placeholder: 'Choose one, or type its host',
    choices: known.map((host) => ({
      label: host === hubHost ? 'Docker Hub' : host,
      ...(host === hubHost ? { description: hubHost } : {}),
      icon: 'server',
      value: host,
    })),
    custom: (text) => {
      const host = registryHost(text);
      if (hostProblem(text) !== undefined || known.includes(host)) return undefined;
      return { label: host, icon: 'server', value: host };
    },
  });
}
