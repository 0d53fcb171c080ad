import { EngineError } from '../../engine/error.ts';
import { parseReference } from '../../registry/reference.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import { forEach, reportBulk } from '../bulk.ts';
import { defineCommand, type CommandContext } from '../command.ts';

export const checkForNewerImages = defineCommand({
  id: 'gantry.images.checkForNewer',
  title: 'Check for newer images…',
  icon: 'cloud',
  placement: { title: { views: ['gantry.images'], group: '1_show@1' } },
  async run(context) {
    const { store, ui } = context;
    await store.ready();
    const tags = [...store.images.values()].filter(({ digests }) => digests.length > 0).flatMap((image) => image.tags);
    if (tags.length === 0) {
      await ui.notify({ severity: 'info', text: 'No image here came from a registry, so none can be out of date.' });
      return;
    }
    const hosts = [...new Set(tags.map((tag) => parseReference(tag).host))].sort();
    const confirmed = await ui.confirm({
      message: `Ask ${formatNames(hosts)} about ${formatCount(tags.length, 'image')}?`,
      detail:
        'The images’ names are sent there, with what docker login stored where there is something. Nothing is pulled.',
      action: 'Ask',
    });
    if (confirmed) await check(context, tags);
  },
});

export const checkImage = defineCommand({
  id: 'gantry.image.checkForNewer',
  title: 'Check for a newer one',
  on: 'image',
  many: true,
  when: ['tagged'],
  placement: { menu: '3_registry@3' },
  run: (context, images) =>
    check(
      context,
      images.flatMap(({ tag }) => (tag === undefined ? [] : [tag])),
    ),
});

/** Asks the registries, several at a time; what was known before is asked anew. */
async function check(context: CommandContext, tags: readonly string[]): Promise<void> {
  const { details, store, ui } = context;
  const asked = new Set(tags);
  details.forget(({ about, of }) => about === 'remote' && asked.has(of));
  const bulk = {
    ui,
    targets: tags,
    name: (tag: string) => tag,
    noun: 'image',
    doing: 'Asking the registry about',
    done: 'checked',
    run: async (tag: string) => {
      await details.ask({ about: 'remote', of: tag });
      const answer = details.known('remote', tag);
      // A registry that is not there is no engine that has gone: the others are asked all the same.
      if (answer?.ok === false) throw new EngineError('failed', answer.error.message, { cause: answer.error });
    },
  };
  const result = await forEach(bulk);
  const digests = new Map([...store.images.values()].flatMap((image) => image.tags.map((tag) => [tag, image.digests])));
  const newer = result.done.filter((tag) => {
    const answer = details.known('remote', tag);
    return (
      answer?.ok === true && digests.get(tag)?.some((digest) => digest.endsWith(`@${answer.value.digest}`)) !== true
    );
  });
  const summary =
    newer.length === 0
      ? `${result.done.length === 1 ? 'The image is' : `All ${result.done.length} images that were checked are`} up to date.`
      : `Out of date: ${formatNames(newer)}. Pull again to bring the newer one.`;
  await reportBulk(bulk, result, result.done.length === 0 ? undefined : summary);
}
