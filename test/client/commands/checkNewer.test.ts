import { expect, test } from 'vitest';
import { checkForNewerImages } from '../../../client/src/commands/image/checkNewer.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

test('nothing is asked before the person agrees, and what is out of date is said', async () => {
  const engine = new MemoryEngine();
  engine.addImage({ tags: ['acme/app:1'], digests: [`acme/app@${digest('a')}`] });
  engine.addImage({ tags: ['ghcr.io/acme/db:2'], digests: [`ghcr.io/acme/db@${digest('b')}`] });
  engine.addImage({ tags: ['built-here:1'] });
  engine.images.registry.set('acme/app:1', digest('a')).set('ghcr.io/acme/db:2', digest('c'));
  const desk = await openDesk(engine);
  desk.ui.onAsk(/Ask docker\.io and ghcr\.io about 2 images\?/);
  await desk.use(checkForNewerImages);
  expect(desk.context.details.known('remote', 'acme/app:1')).toBeUndefined();
  desk.ui.onAsk(/Ask docker\.io and ghcr\.io/, 'Ask');
  await desk.use(checkForNewerImages);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/^Out of date: ghcr\.io\/acme\/db:2\./);
  expect(desk.context.details.known('remote', 'acme/app:1')).toMatchObject({ ok: true });
  expect(desk.context.details.known('remote', 'built-here:1')).toBeUndefined();
  desk.dispose();
});

test('one registry that fails does not hinder the others', async () => {
  const engine = new MemoryEngine();
  engine.addImage({ tags: ['acme/app:1'], digests: [`acme/app@${digest('a')}`] });
  engine.addImage({ tags: ['acme/gone:1'], digests: [`acme/gone@${digest('b')}`] });
  engine.images.registry.set('acme/app:1', digest('a'));
  const desk = await openDesk(engine);
  desk.ui.onAsk(/Ask docker\.io/, 'Ask');
  await desk.use(checkForNewerImages);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/up to date.*acme\/gone:1: Manifest for acme\/gone:1 not found/s);
  desk.dispose();
});

test('what was built here only has no registry to ask', async () => {
  const engine = new MemoryEngine();
  engine.addImage({ tags: ['built-here:1'] });
  const desk = await openDesk(engine);
  await desk.use(checkForNewerImages);
  expect(desk.ui.notifications.at(-1)?.text).toContain('No image here came from a registry');
  desk.dispose();
});
