import { parseReference, referenceProblem, withDefaultTag } from '../../registry/reference.ts';
import { shortId } from '../../tree/nodes/reference.ts';
import { defineCommand } from '../command.ts';
import { fillForm, textField } from '../form.ts';
import { containerName } from '../names.ts';

interface Answers {
  tag: string;
  message: string;
  author: string;
  pause: boolean;
}

export const commitContainer = defineCommand({
  id: 'gantry.container.commit',
  title: 'Make an image of it…',
  icon: 'package',
  on: 'container',
  many: false,
  placement: { menu: '4_change@4' },
  async run({ engine, store, ui }, [container]) {
    if (!container) return;
    const name = containerName(container);
    const answers: Answers = { tag: '', message: '', author: '', pause: container.state === 'running' };
    const submitted = await fillForm({
      ui,
      title: `Make an image of ${name}`,
      submits: () => [{ label: 'Make the image', icon: 'package', value: true, description: answers.tag || 'no name' }],
      fields: () => [
        textField(ui, answers, {
          key: 'tag',
          label: 'Name',
          icon: 'tag',
          none: 'none',
          prompt: 'As web:fixed or registry.example.com/team/web:fixed. Empty: no name.',
          validate: (text) =>
            text === ''
              ? undefined
              : tagProblem(
                  text,
                  [...store.images.values()].flatMap((image) => image.tags),
                ),
        }),
        textField(ui, answers, {
          key: 'message',
          label: 'Message',
          icon: 'comment',
          none: 'none',
          prompt: 'What was changed',
        }),
        textField(ui, answers, {
          key: 'author',
          label: 'Author',
          icon: 'person',
          none: 'none',
          prompt: 'As Ada <ada@example.com>',
        }),
        {
          label: 'While it is made',
          value: answers.pause ? 'the container pauses' : 'the container goes on',
          icon: 'debug-pause',
          edit: async () => {
            answers.pause = !answers.pause;
          },
        },
      ],
    });
    if (submitted !== true) return;
    const { tag: typed, message, author, pause } = answers;
    const { repository, tag } = typed === '' ? {} : withDefaultTag(parseReference(typed));
    const id = await ui.progress({ title: `Making an image of ${name}`, cancellable: true }, (_report, signal) =>
      engine.containers.commit(
        container.id,
        {
          pause,
          ...(repository === undefined ? {} : { repository }),
          ...(tag === undefined ? {} : { tag }),
          ...(message === '' ? {} : { message }),
          ...(author === '' ? {} : { author }),
        },
        signal,
      ),
    );
    const image = repository === undefined ? shortId(id) : `${repository}:${tag ?? 'latest'}`;
    await ui.notify({
      severity: 'info',
      text: `${image} was made of ${name}. What is in its volumes is not part of it.`,
    });
  },
});

/** A name that another image has would be taken from it; that is for “Tag…”, which asks. */
function tagProblem(text: string, taken: readonly string[]): string | undefined {
  const problem = referenceProblem(text);
  if (problem !== undefined) return problem;
  const reference = withDefaultTag(parseReference(text));
  if (reference.digest !== undefined) return 'A name that is given has a tag, not a digest.';
  const name = `${reference.repository}:${reference.tag ?? 'latest'}`;
  return taken.includes(name) ? `There is an image of the name ${name} already.` : undefined;
}
