import { defineCommand } from '../command.ts';

export const checkContext = defineCommand({
  id: 'gantry.context.check',
  title: 'Check whether it answers',
  icon: 'pulse',
  on: 'context',
  many: true,
  placement: { inline: 2, menu: '1_use@2', hiddenInPalette: true },
  async run({ details, ui }, contexts) {
    const names = new Set(contexts.map(({ name }) => name));
    details.forget(({ about, of }) => about === 'context' && names.has(of));
    await ui.progress({ title: 'Asking the engine for its version', cancellable: false, where: 'window' }, () =>
      Promise.all([...names].map((of) => details.ask({ about: 'context', of }))),
    );
    // Why one does not answer stands in its row; of a single one the ways out are told, too.
    const [only] = contexts;
    const answer = contexts.length === 1 && only ? details.known('context', only.name) : undefined;
    if (answer?.ok === false) throw answer.error;
  },
});
