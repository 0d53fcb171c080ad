import { expect, test } from 'vitest';
import { askDestination, type DestinationPorts } from '../../../client/src/registry/destination.ts';
import { parseReference } from '../../../client/src/registry/reference.ts';
import { ScriptedUi } from '../../support/ui.ts';

function scene(more: Partial<Omit<DestinationPorts, 'ui'>> = {}): DestinationPorts & { ui: ScriptedUi } {
  return {
    ui: new ScriptedUi(),
    findCredentials: async () => ({ source: 'nowhere' }),
    knownRegistries: async () => ['ghcr.io'],
    imageNames: ['nginx:1', 'localhost:5000/a:1', 'docker.io/x/y:1', 'ghcr.io/o/x:2', 'broken name'],
    last: undefined,
    ...more,
  };
}

test('offers the Hub, ECR, registries that are signed in to and those of images that are there', async () => {
  const ports = scene({ last: 'localhost:5000' });
  ports.ui.onPick('Push team/web:1 to which registry?', undefined, (rows) => {
    expect(rows).toMatchObject([
      { label: 'Docker Hub', description: 'as team/web:1' },
      { label: 'Amazon ECR…' },
      { label: 'ghcr.io', description: 'signed in', picked: false },
      { label: 'localhost:5000', description: '', picked: true },
      { label: 'Another registry…' },
    ]);
  });
  expect(await askDestination(parseReference('team/web:1'), ports)).toBeUndefined();
  ports.ui.done();
});

test('a name with a namespace goes to the Hub as it is', async () => {
  const ports = scene();
  ports.ui.onPick('to which registry', 'Docker Hub');
  expect(await askDestination(parseReference('team/web:1'), ports)).toEqual({ to: 'hub-as-is' });
});

test('a name without a namespace needs one on the Hub, and the account’s name is suggested', async () => {
  const credentials = { serverAddress: 'x', username: 'ada', password: 'p' };
  const ports = scene({ findCredentials: async () => ({ source: 'x', credentials }) });
  let suggested: string | undefined;
  const { input } = ports.ui;
  ports.ui.input = (options) => {
    suggested = options.value;
    return input.call(ports.ui, options);
  };
  ports.ui
    .onPick('Push web:latest to which registry?', 'Docker Hub…')
    .onInput('Name in the registry', 'docker.io/ada/web:2', { rejected: ['docker.io/web:2', 'web:2', ''] });
  const destination = await askDestination(parseReference('web'), ports);
  expect(suggested).toBe('docker.io/ada/web:latest');
  expect(destination).toMatchObject({ to: 'name', reference: { host: 'docker.io', path: 'ada/web', tag: '2' } });
});

test('an image without any name gets one', async () => {
  const ports = scene();
  ports.ui
    .onPick('Push this image to which registry?', 'Another registry…')
    .onInput('Name in the registry', ' r.example/x:1 ', { rejected: [`r.example/x@sha256:${'a'.repeat(64)}`] });
  expect(await askDestination(undefined, ports)).toMatchObject({ reference: { host: 'r.example', path: 'x' } });
});

test('ECR and dismissal are answers too', async () => {
  const ports = scene();
  ports.ui
    .onPick('to which registry', 'Amazon ECR')
    .onPick('to which registry', 'ghcr.io')
    .onInput('Name in', undefined);
  expect(await askDestination(parseReference('web'), ports)).toEqual({ to: 'ecr' });
  expect(await askDestination(parseReference('web'), ports)).toBeUndefined();
});
