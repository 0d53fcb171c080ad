import { Readable } from 'node:stream';
import { test as unextended, vi } from 'vitest';
import { type EcrStandIn, startEcrStandIn } from './ecr.ts';
import { startTestEngine, type TestEngine } from './engine.ts';
import { startRegistry, type TestRegistry } from './registry.ts';
import { tar } from './tar.ts';

/** Tests with the real engine (one per file), a registry with a password and the stand-in for ECR (one per test). */
export const test = unextended.extend<{ engine: TestEngine; registry: TestRegistry; ecr: EcrStandIn }>({
  engine: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads a fixture's needs from its parameter's pattern
    async ({}, use) => {
      const engine = await startTestEngine('registry');
      await use(engine);
      await engine.dispose();
    },
    { scope: 'file' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  registry: async ({}, use) => {
    await using registry = await startRegistry();
    await use(registry);
  },
  // oxlint-disable-next-line no-empty-pattern
  ecr: async ({}, use) => {
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
    await using ecr = await startEcrStandIn();
    for (const [name, value] of Object.entries(ecr.env)) vi.stubEnv(name, value);
    await use(ecr);
    vi.unstubAllEnvs();
  },
});

/** Imports an image of one small layer of its own, so that every push really pushes; answers its id. */
export async function importImage(engine: TestEngine, options: { name: string; bytes?: number }): Promise<string> {
  const [repo, tag] = splitTag(options.name);
  const data = Buffer.alloc(options.bytes ?? 64, `${options.name} ${performance.now()} `);
  await engine.raw({
    method: 'POST',
    path: '/images/create',
    query: { fromSrc: '-', repo, tag, changes: ['LABEL dev.gantry.test=registry'] },
    body: Readable.from([tar([{ path: 'data', data }])]),
  });
  const { Id: id } = await engine.engine.images.inspect(options.name);
  return String(id);
}

function splitTag(name: string): [string, string] {
  const colon = name.lastIndexOf(':');
  return [name.slice(0, colon), name.slice(colon + 1)];
}
