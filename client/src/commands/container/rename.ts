import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';

export const renameContainer = defineCommand({
  id: 'gantry.container.rename',
  title: 'Rename…',
  icon: 'edit',
  on: 'container',
  many: false,
  placement: { menu: '4_change@1' },
  async run({ engine, store, ui }, [container]) {
    if (!container) return;
    const taken = new Set(
      [...store.containers.values()].filter(({ id }) => id !== container.id).map(({ name }) => name),
    );
    const name = await ui.input({
      title: `Rename ${containerName(container)}`,
      value: container.name,
      prompt: 'The new name',
      validate: (text) => nameProblem(text, taken),
    });
    if (name === undefined || name === container.name) return;
    await engine.containers.rename(container.id, name);
  },
});

/** What is wrong with a container's name, by the engine's own rule, `[a-zA-Z0-9][a-zA-Z0-9_.-]+`. */
export function nameProblem(name: string, taken: ReadonlySet<string>): string | undefined {
  if (name.length < 2) return 'A name has at least two characters.';
  if (!/^[a-zA-Z0-9]/u.test(name)) return 'A name starts with a letter or a digit.';
  if (!/^[a-zA-Z0-9_.-]+$/u.test(name)) return 'A name is made of letters, digits, “_”, “.” and “-”.';
  return taken.has(name) ? `There is a container of the name ${name} already.` : undefined;
}
