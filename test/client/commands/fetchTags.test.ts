import { describe, expect, test } from 'vitest';
import { fetchTags } from '../../../client/src/commands/dockerfile/fetchTags.ts';
import { invoke } from '../../../client/src/commands/invoke.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

describe('fetch tags', () => {
  test('from a completion: asks once, then shows completions again', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.services.repositories.set('quay.io/a/b', ['1']);
    desk.ui.onAsk('Ask quay.io for tags?', 'Ask it');
    await invoke(fetchTags, desk.context, ['quay.io/a/b']);
    await invoke(fetchTags, desk.context, ['quay.io/a/b']);
    expect(desk.services.tags.isAllowed('quay.io')).toBe(true);
    expect(desk.services.tags.isAllowed('ghcr.io')).toBe(false);
    expect(desk.ui.commands.map(({ command }) => command)).toEqual([
      'editor.action.triggerSuggest',
      'editor.action.triggerSuggest',
    ]);
    expect(desk.ui.notifications).toEqual([]);
    desk.dispose();
  });

  test('always writes the setting', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.services.repositories.set('node', ['24']);
    desk.ui.onAsk('Ask docker.io for tags?', 'Always, any registry');
    await invoke(fetchTags, desk.context, ['node']);
    expect(desk.services.settings.get('gantry.dockerfile.registryTags')).toBe(true);
    desk.dispose();
  });

  test('no is no', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.ui.onAsk('Ask docker.io for tags?');
    await invoke(fetchTags, desk.context, ['node']);
    expect(desk.services.tags.isAllowed('docker.io')).toBe(false);
    expect(desk.ui.notifications).toEqual([]);
    desk.ui.done();
    desk.dispose();
  });

  test('from the palette it asks for the image', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.services.settings.set('gantry.dockerfile.registryTags', true);
    desk.ui.onInput('Image whose tags are fetched', 'node', { rejected: ['No'] });
    await desk.use(fetchTags);
    expect(desk.ui.notifications).toMatchObject([{ text: 'node has no tags.' }]);
    desk.ui.done();
    desk.dispose();
  });
});
