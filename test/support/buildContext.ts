import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BuildEvent, BuildOptions } from '../../client/src/engine/build/build.ts';
import type { TestEngine } from './engine.ts';
import { collect } from './engine.ts';
import { temporaryFolder } from './temporaryFolder.ts';

type Content = string | Uint8Array | { readonly link: string } | { readonly text: string; readonly mode: number };

/** Writes files into a folder of their own; a path that ends with `/` is an empty folder. */
export async function buildContext(
  files: Readonly<Record<string, Content>>,
): Promise<{ readonly path: string } & AsyncDisposable> {
  const folder = await temporaryFolder();
  await writeFiles(folder.path, files);
  return folder;
}

export async function writeFiles(root: string, files: Readonly<Record<string, Content>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (name.endsWith('/')) continue;
    if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content);
    else if ('link' in content) await symlink(content.link, path);
    else {
      await writeFile(path, content.text);
      await chmod(path, content.mode);
    }
  }
}

/** Builds with the suite's label, from `Dockerfile` in the context unless told otherwise. */
export function build(
  real: TestEngine,
  options: Partial<BuildOptions> & { readonly context: string },
  signal: AbortSignal = new AbortController().signal,
): Promise<BuildEvent[]> {
  return collect(
    real.engine.build(
      {
        dockerfile: join(options.context, 'Dockerfile'),
        tags: [],
        ...options,
        labels: { ...options.labels, ...real.labels },
      },
      signal,
    ),
  );
}

/** What a build wrote to its log. */
export function logOf(events: readonly BuildEvent[]): string {
  return events.map((event) => (event.kind === 'log' ? event.text : '')).join('');
}

/** The last state of each step, by its name. */
export function statesOf(events: readonly BuildEvent[]): Record<string, string> {
  const states: Record<string, string> = {};
  for (const event of events) if (event.kind === 'step') states[event.step.name] = event.step.state;
  return states;
}
