import { expect, test } from 'vitest';
import { startTestEngine } from '../support/engine.ts';
import { startOwnEngine, whyNoOwnEngine } from '../support/ownEngine.ts';
import { until } from '../support/until.ts';
import { openWorkbench } from '../support/workbench.ts';

const labels = (service: string): Record<string, string> => ({
  'com.docker.compose.project': 'tide',
  'com.docker.compose.service': service,
});

test('the engine goes and comes back while its views are open', async (context) => {
  const reason = await whyNoOwnEngine();
  if (reason !== undefined) context.skip(reason);
  await using own = await startOwnEngine();
  const { engine, run, create, ...real } = await startTestEngine('tree', own.host);
  await run({ name: 'tide-web-1', labels: labels('web'), volumes: ['data:/data'] });
  await create({ name: 'tide-db-1', labels: labels('db') });
  await create({ name: 'lonely' });
  await using workbench = await openWorkbench({ name: 'tree', env: { DOCKER_HOST: own.host } });
  await workbench.openGantry();
  const containers = workbench.view('Containers');
  const images = workbench.view('Images');
  await containers.row('web-1').expand();
  await containers.row('/data').waitFor();
  await containers.row('/data').select();
  await expect
    .poll(async () => (await containers.rows()).join('\n'))
    .toMatch(
      /^tide \| 1\/2 running\ndb-1 \| Created · .*\nweb-1 \| Up .*\n\/data \| data\n.*\nEnvironment\nProcesses\nlonely \| Created · /,
    );
  await images.row('gantry-test/tree').waitFor();
  await workbench.screenshot('live');

  await own.stop();
  await until('the view says that the engine is away', async () => {
    const text = await containers.pane.innerText();
    return /not running|No container engine|broke off/.test(text);
  });
  await workbench.screenshot('away');

  await own.start();
  await containers.row('/data').waitFor();
  await expect.poll(() => containers.row('/data').isSelected()).toBe(true);
  await expect.poll(() => containers.row('web-1').isExpanded()).toBe(true);
  await workbench.screenshot('back');
  await engine.containers.rename(
    (await engine.containers.list()).find(({ name }) => name === 'lonely')!.id,
    'together',
  );
  await containers.row('together').waitFor();
  await real.dispose();
});
