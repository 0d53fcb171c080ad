import { splitColons } from './port.ts';

/** The parts of a short mount, as written: `./src:/app:ro`. */
export interface ShortVolume {
  readonly source?: string;
  readonly target: string;
  readonly modes: readonly string[];
}

/**
 * Takes a short mount apart; `undefined` for what is none, and for Windows drives.
 * @see https://docs.docker.com/reference/compose-file/services/#volumes
 */
export function readVolume(text: string): ShortVolume | undefined {
  const parts = splitColons(text);
  if (parts.some((part) => part === '') || parts.length > 3 || /^[A-Za-z]$/.test(parts[0] ?? '')) return undefined;
  const [first = '', second, modes] = parts;
  if (second === undefined) return { target: first, modes: [] };
  return { source: first, target: second, modes: modes === undefined ? [] : modes.split(',') };
}

/** Whether the source of a mount is a path, and not the name of a volume. */
export function isPath(source: string): boolean {
  return /^[./~\\$]/.test(source);
}
