import { isSection, namesOf } from '../references.ts';
import type { NamesShape } from '../schema/shape.ts';
import { knownImage } from './images.data.ts';
import { names as usual } from './known.data.ts';
import type { Scene } from './scene.ts';
import { environmentNames } from './surroundings.ts';

export interface NameOffer {
  readonly name: string;
  readonly detail: string;
  /** What usually stands after it. */
  readonly value?: string | undefined;
}

/** Names that are defined elsewhere, or used and not defined yet, or known from the image, the Dockerfile or well-known tools. */
export async function nameOffers({ ref, what = 'name' }: NamesShape, scene: Scene): Promise<NameOffer[]> {
  const { part } = scene.cursor;
  if (ref) return namesOf(part, ref).defined.map((name) => ({ name, detail: what }));
  if (what === 'variable') return await variables(scene);
  if (what === 'build argument') {
    const { args = [] } = (await scene.dockerfile()) ?? {};
    return args.map(({ name, default: value }) => ({
      name,
      detail: value === undefined ? 'of the Dockerfile' : `of the Dockerfile, ${value}`,
    }));
  }
  if (Object.hasOwn(usual, what))
    return Object.entries(usual[what] ?? {}).map(([name, [detail, value]]) => ({ name, detail, value }));
  const section = `${what}s`;
  if (!isSection(section)) return [];
  return namesOf(part, section).missing.map((name) => ({ name, detail: `${what} that is used in this file` }));
}

async function variables({ cursor, image, tools }: Scene): Promise<NameOffer[]> {
  const used = environmentNames(cursor.part).map((name) => ({ name, detail: 'used in this file' }));
  if (image === undefined) return used;
  const known = Object.entries(knownImage(image)?.variables ?? {}).map(([name, detail]) => ({ name, detail }));
  const { env = [] } = (await tools.images?.describe(image)) ?? {};
  return [...known, ...used, ...env.map((name) => ({ name, detail: `set by ${image}` }))];
}
