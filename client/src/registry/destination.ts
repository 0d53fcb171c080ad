import type { Choice, Ui } from '../ui/ui.ts';
import type { FindCredentials } from './credentials.ts';
import { hubHost, type ImageReference, parseReference, referenceProblem } from './reference.ts';

/** Where an image goes whose name says nothing of a registry. */
export type Destination =
  { readonly to: 'hub-as-is' } | { readonly to: 'ecr' } | { readonly to: 'name'; readonly reference: ImageReference };

export interface DestinationPorts {
  readonly ui: Pick<Ui, 'pick' | 'input'>;
  readonly findCredentials: FindCredentials;
  /** Hosts that the person is signed in to. */
  readonly knownRegistries: () => Promise<readonly string[]>;
  /** Names of the images that are there, whose hosts are worth a row too. */
  readonly imageNames: readonly string[];
  /** The host chosen last. */
  readonly last: string | undefined;
}

type Row = 'hub-as-is' | 'hub' | 'ecr' | 'other' | { readonly host: string };

/**
 * Asks to which registry an image goes and under which name; a name without a host stands for Docker Hub, where an
 * image without a namespace can belong to nobody but Docker. `reference` is absent for an image without any name.
 */
export async function askDestination(
  reference: ImageReference | undefined,
  ports: DestinationPorts,
): Promise<Destination | undefined> {
  const { ui } = ports;
  const stored = await ports.knownRegistries();
  const hosts = [...new Set([...stored, ...ports.imageNames.flatMap(hostOf)])].sort();
  const namespaced = reference !== undefined && !reference.path.startsWith('library/');
  const hostRow = (host: string): Choice<Row> => ({
    label: host,
    description: stored.includes(host) ? 'signed in' : '',
    icon: 'server',
    picked: host === ports.last,
    value: { host },
  });
  const shown = reference === undefined ? 'this image' : nameOf(reference);
  const row = await ui.pick<Row>({
    title: `Push ${shown} to which registry?`,
    placeholder: reference === undefined ? 'It has no name yet' : 'Its name has no registry’s host',
    choices: [
      namespaced
        ? { label: 'Docker Hub', description: `as ${shown}`, icon: 'cloud', value: 'hub-as-is' }
        : { label: 'Docker Hub…', description: hubHost, icon: 'cloud', value: 'hub' },
      { label: 'Amazon ECR…', icon: 'cloud', value: 'ecr' },
      ...hosts.map(hostRow),
      { label: 'Another registry…', icon: 'edit', value: 'other' },
    ],
  });
  if (row === undefined) return undefined;
  if (row === 'hub-as-is' || row === 'ecr') return { to: row };
  const typed = await ui.input({
    title: 'Name in the registry',
    prompt: 'The image gets this name besides its own and is pushed under it.',
    value: await suggestion(row, reference, ports),
    placeholder: 'registry.example.com/team/web:1.0',
    validate: (text) => destinationProblem(text.trim()),
  });
  return typed === undefined ? undefined : { to: 'name', reference: parseReference(typed.trim()) };
}

/** `repository:tag`, with the tag that Docker takes when none is given. */
export function nameOf({ repository, tag = 'latest' }: ImageReference): string {
  return `${repository}:${tag}`;
}

async function suggestion(
  row: 'hub' | 'other' | { readonly host: string },
  reference: ImageReference | undefined,
  { findCredentials }: DestinationPorts,
): Promise<string> {
  const name = `${reference?.path.replace(/^library\//, '') ?? 'image'}:${reference?.tag ?? 'latest'}`;
  if (row === 'other') return `registry.example.com/${name}`;
  if (row !== 'hub') return `${row.host}/${name}`;
  const { credentials } = await findCredentials(hubHost);
  return `${hubHost}/${credentials?.username ?? 'you'}/${name}`;
}

function destinationProblem(text: string): string | undefined {
  const problem = referenceProblem(text);
  if (problem !== undefined) return problem;
  const { hasHost, digest, path, host } = parseReference(text);
  if (digest !== undefined) return 'A name to push to has a tag, not a digest.';
  if (!hasHost) return 'Start with the registry’s host, “docker.io/…” for Docker Hub.';
  return host === hubHost && path.startsWith('library/')
    ? 'On Docker Hub your name stands before the image’s: “docker.io/you/web:1.0”.'
    : undefined;
}

function hostOf(name: string): string[] {
  if (referenceProblem(name) !== undefined) return [];
  const { hasHost, host } = parseReference(name);
  return hasHost && host !== hubHost ? [host] : [];
}
