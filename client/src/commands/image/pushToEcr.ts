import { findAwsCli } from '../../registry/ecr/awsCli.ts';
import type { EcrImage } from '../../registry/ecr/conversation.ts';
import { pushToEcr } from '../../registry/ecr/flow.ts';
import { parseEcrHost } from '../../registry/ecr/names.ts';
import type { EcrPushed } from '../../registry/ecr/push.ts';
import { parseReference } from '../../registry/reference.ts';
import { type CommandContext, defineCommand, type ImageTarget } from '../command.ts';
import { chooseTag } from './chooseTag.ts';

/** Pushes an image to Amazon ECR with AWS's own credentials; no `docker login`, nothing is written to any file. */
export const pushImageToEcr = defineCommand({
  id: 'gantry.image.pushToEcr',
  title: 'Push to Amazon ECR…',
  icon: 'cloud-upload',
  on: 'image',
  many: false,
  placement: { menu: '3_registry@3' },
  async run(context, [target]) {
    if (target === undefined) return;
    const chosen = await chooseTag(context, target);
    if (chosen === undefined) return;
    const { ui, engine, services } = context;
    const pushed = await pushToEcr(imageOf(target, chosen.tag), {
      ui,
      aws: await services.aws(),
      images: engine.images,
      memory: services,
      awsCli: () => findAwsCli(process.env),
    });
    if (pushed !== undefined) await report(context, pushed);
  },
});

function imageOf({ image }: ImageTarget, tag: string | undefined): EcrImage {
  if (tag === undefined) return { source: image.id, key: image.id, path: '', tag: 'latest' };
  const reference = parseReference(tag);
  const ecr = parseEcrHost(reference.host);
  return {
    source: tag,
    key: reference.repository,
    path: reference.path,
    tag: reference.tag ?? 'latest',
    ...(ecr === undefined ? {} : { region: ecr.region }),
  };
}

async function report({ ui }: CommandContext, { uri, digest }: EcrPushed): Promise<void> {
  const text = digest === undefined ? `Pushed ${uri}.` : `Pushed ${uri}. Its digest is ${digest}.`;
  const answer = await ui.notify({
    severity: 'info',
    text,
    actions: digest === undefined ? ['Copy URI'] : ['Copy URI', 'Copy digest'],
  });
  if (answer === 'Copy URI') await ui.copy(uri);
  if (answer === 'Copy digest' && digest !== undefined) await ui.copy(digest);
}
