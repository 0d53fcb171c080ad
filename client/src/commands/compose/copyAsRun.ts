import { defineCommand } from '../command.ts';

export const composeCopyAsRun = defineCommand({
  id: 'gantry.compose.copyAsRun',
  title: 'Copy a compose service as docker run…',
  on: 'composeProject',
  many: false,
  placement: { editor: '2_gantry@8' },
  async run({ services, ui }, [target]) {
    if (target?.path === undefined) {
      const text = 'A service can be copied from its compose file only. Open the file, and try again there.';
      await ui.notify({ severity: 'info', text });
      return;
    }
    const { path, services: chosen = [] } = target;
    const name = chosen.length === 1 ? chosen[0] : await pickService(path);
    if (name === undefined) return;
    const run = await services.composeRunLine(path, name);
    if (run?.line === undefined) {
      const text = `${name} has no image to run. Give it an image or a build, and try again.`;
      await ui.notify({ severity: 'warning', text });
      return;
    }
    await ui.copy(run.line);
    const left = run.leftOut.length === 0 ? '' : ` It has nothing for ${run.leftOut.join(', ')}.`;
    await ui.notify({ severity: 'info', text: `Copied ${name} as docker run.${left}` });

    async function pickService(file: string): Promise<string | undefined> {
      const outline = await services.composeOutline(file);
      const choices = outline.services.map(({ name: value, image = '' }) => ({
        label: value,
        description: image,
        value,
      }));
      return await ui.pick({ title: 'Copy as docker run', placeholder: 'Which service?', choices });
    }
  },
});
