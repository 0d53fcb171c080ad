import { askDestination, nameOf } from '../../registry/destination.ts';
import { parseEcrHost } from '../../registry/ecr/names.ts';
import { type ImageReference, parseReference, withDefaultTag } from '../../registry/reference.ts';
import { transfer } from '../../registry/transfer.ts';
import type { Transferred } from '../../registry/transferProgress.ts';
import { type CommandContext, defineCommand, type ImageTarget } from '../command.ts';
import { chooseTag } from './chooseTag.ts';
import { pushImageToEcr } from './pushToEcr.ts';

/** Pushes one of an image's names with the credentials that `docker login` stored. */
export const pushImage = defineCommand({
  id: 'gantry.image.push',
  title: 'Push…',
  icon: 'cloud-upload',
  on: 'image',
  many: false,
  placement: { inline: 2, menu: '3_registry@2' },
  async run(context, [target]) {
    if (target === undefined) return;
    const chosen = await chooseTag(context, target);
    if (chosen === undefined) return;
    const reference = chosen.tag === undefined ? undefined : withDefaultTag(parseReference(chosen.tag));
    const goal = reference?.hasHost === true ? reference : await nameForRegistry(context, { target, reference });
    if (goal !== undefined) await pushReference(context, { target, reference: withDefaultTag(goal) });
  },
});

const lastHost = 'push.registry';

/** Gives an image a name that says where it goes; answers that name, or nothing when it went another way. */
async function nameForRegistry(
  context: CommandContext,
  { target, reference }: { target: ImageTarget; reference: ImageReference | undefined },
): Promise<ImageReference | undefined> {
  const { ui, engine, services, store } = context;
  const last = services.recall(lastHost);
  const destination = await askDestination(reference, {
    ui,
    findCredentials: services.findCredentials,
    knownRegistries: () => services.knownRegistries(),
    imageNames: [...store.images.values()].flatMap(({ tags }) => tags),
    last: typeof last === 'string' ? last : undefined,
  });
  switch (destination?.to) {
    case undefined:
      return undefined;
    case 'hub-as-is':
      return reference;
    case 'ecr':
      await pushImageToEcr.run(context, [target]);
      return undefined;
    case 'name': {
      const { repository, tag = 'latest', host } = destination.reference;
      await services.remember(lastHost, host);
      await engine.images.tag(reference === undefined ? target.image.id : nameOf(reference), { repository, tag });
      return destination.reference;
    }
  }
}

async function pushReference(
  context: CommandContext,
  { target, reference }: { target: ImageTarget; reference: ImageReference },
): Promise<void> {
  const { engine, ui, services } = context;
  const name = nameOf(reference);
  const isEcr = parseEcrHost(reference.host) !== undefined;
  const toEcr = {
    title: 'Push to Amazon ECR…',
    run: () => pushImageToEcr.run(context, [{ ...target, tag: name }]),
  };
  const result = await transfer(
    {
      verb: 'push',
      reference,
      start: (credentials, signal) => engine.images.push(name, credentials ? { credentials } : {}, signal),
      ...(isEcr ? { otherWay: toEcr } : {}),
    },
    { ui, findCredentials: services.findCredentials },
  );
  if (result !== undefined) await report(context, { reference, result });
}

async function report(
  { ui }: CommandContext,
  { reference, result }: { reference: ImageReference; result: Transferred },
): Promise<void> {
  const { digest } = result;
  const text = `Pushed ${nameOf(reference)}.`;
  if (digest === undefined) {
    await ui.notify({ severity: 'info', text });
    return;
  }
  const answer = await ui.notify({
    severity: 'info',
    text: `${text} Its digest is ${digest}.`,
    actions: ['Copy reference', 'Copy digest'],
  });
  if (answer === 'Copy reference') await ui.copy(`${reference.repository}@${digest}`);
  if (answer === 'Copy digest') await ui.copy(digest);
}
