import type { Volume } from '../../engine/model.ts';

/** A volume's name; of an anonymous one the first twelve of its 64 digits. */
export function volumeName({ name, anonymous }: Pick<Volume, 'name' | 'anonymous'>): string {
  return anonymous && name.length === 64 ? name.slice(0, 12) : name;
}
