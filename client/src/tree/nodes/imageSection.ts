import type { Image } from '../../engine/model.ts';
import type { TreeNode } from '../node.ts';
import { answered } from './answered.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

type Section = NodeOf<'imageSection'>['section'];

const looks: Readonly<Record<Section, { readonly label: string; readonly icon: string; readonly empty: string }>> = {
  layers: { label: 'Layers', icon: 'layers', empty: 'The engine keeps no history of this image.' },
  platforms: { label: 'Platforms', icon: 'vm', empty: 'The engine does not tell its platform.' },
};

/** The parts of an image that are asked for when they are opened. */
export function imageSectionNodes(of: string, image: Image): TreeNode[] {
  return (['layers', 'platforms'] as const).map((section) => ({
    kind: 'imageSection',
    id: `${of}/${section}`,
    section,
    image,
  }));
}

export const imageSection: NodeKind<'imageSection'> = {
  view({ section }) {
    const { icon, label } = looks[section];
    return { label, icon: { id: icon }, accessibilityLabel: label, flags: [section], expandable: 'collapsed' };
  },
  question: ({ image, section }) => ({ about: section, of: image.id }),
  children({ id, image: { id: of }, section }, known) {
    const asked = { of: id, question: { about: section, of }, empty: looks[section].empty };
    return section === 'layers'
      ? answered(known('layers', of), asked, (layers) =>
          layers.map((layer, index) => ({ kind: 'layer', id: `${id}/${layers.length - index}`, layer })),
        )
      : answered(known('platforms', of), asked, (platforms) =>
          platforms.map((platform) => ({
            kind: 'platform',
            id: `${id}/${platform.platform}/${platform.digest ?? ''}`,
            platform,
          })),
        );
  },
  tooltip: () => '',
};
