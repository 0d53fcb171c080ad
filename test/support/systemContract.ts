import { expect, test } from 'vitest';
import type { Contracted } from './engineContract.ts';

/** The engine as a whole; a part of its contract. */
export function systemContract(open: () => Contracted): void {
  test('the engine tells of itself and of its disk', async () => {
    const { engine } = open();
    const { version, info } = await engine.system.info();
    expect(version['Version']).toBe((await engine.version()).version);
    expect(info['Name']).toEqual(expect.any(String));
    const usage = await engine.system.diskUsage();
    expect(usage.layersSize).toBeGreaterThanOrEqual(0);
    for (const entry of usage.buildCache) expect(entry.parents).not.toContain(entry.id);
  });

  test('of the build cache only what is named goes', async () => {
    const { engine } = open();
    const before = (await engine.system.diskUsage()).buildCache.filter(({ inUse }) => !inUse).length;
    expect(await engine.system.pruneBuildCache('nosuchrecord')).toEqual({ removed: [], bytes: 0 });
    if (before > 0) expect((await engine.system.diskUsage()).buildCache).not.toEqual([]);
  });

  test('credentials for a registry that does not answer are no sign-in', async () => {
    const { engine } = open();
    // Port 9 is that of `discard`, and nobody listens there; the engine in memory takes this password for wrong.
    const credentials = { serverAddress: '127.0.0.1:9', username: 'ada', password: 'wrong' };
    const { signal } = new AbortController();
    await expect(engine.system.checkCredentials(credentials, signal)).rejects.toMatchObject({ name: 'EngineError' });
  });
}
