import type { Images } from '../language.ts';
import { code, joined } from '../markdown.ts';
import type { ImageDetails } from '../protocol/requests.ts';
import { imagePage } from './imagePage.ts';

/** At most so many labels and layers: a hover is no inspector. */
const shown = 8;

/** An image by its reference: what the engine says of it where it has it, and its page. */
export async function imageHelp(reference: string, images: Images | undefined): Promise<string> {
  const details = await images?.describe(reference);
  const page = imagePage(reference);
  return joined(
    `Image ${code(reference)}`,
    details ? described(details) : '',
    page === undefined ? '' : `[${new URL(page).host}](${page})`,
  );
}

function described({ size, created, platform, digests, user, workdir, ports, labels, layers }: ImageDetails): string {
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Size', bytes(size)],
    ['Created', code(created.slice(0, 10))],
    ['Platform', code(platform)],
    ['Digest', digests.map((digest) => code(digest.replace(/^.*@/, ''))).join(', ')],
    ['User', user === '' ? '' : code(user)],
    ['Working directory', workdir === '' ? '' : code(workdir)],
    ['Ports', ports.map(code).join(', ')],
  ];
  const known = facts.filter(([, value]) => value !== '').map(([name, value]) => `- ${name}: ${value}`);
  const named = Object.entries(labels).map(([name, value]) => `- ${code(name)}: ${code(cut(value, 80))}`);
  const built = layers
    .filter((layer) => layer.size > 0)
    .toReversed()
    .map((layer) => `- ${bytes(layer.size)}: ${code(cut(layer.command, 100))}`);
  return joined(known.join('\n'), list('Labels', named), list('Layers, the newest first', built));
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length > shown ? [`- and ${String(lines.length - shown)} more`] : [];
  return `${title}:\n\n${[...lines.slice(0, shown), ...more].join('\n')}`;
}

function cut(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** As Docker prints it, decimal and in three digits. */
function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(size < 1 ? 0 : Math.floor(Math.log10(size) / 3), units.length - 1);
  return `${String(Number((size / 1000 ** power).toPrecision(3)))} ${units[power] ?? 'B'}`;
}
