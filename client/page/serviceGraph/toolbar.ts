import type { ServiceGraph } from '../../src/panel/graph/serviceGraph.ts';
import { html } from '../elements.ts';
import type { View } from './layout.ts';

/** What the person has chosen to see; kept over a reload of the page. */
export interface Choice extends View {
  readonly list: boolean;
  /** 0: as large as fits. */
  readonly zoom: number;
}

export interface ToolbarOptions {
  readonly parts: ToolbarParts;
  /** The newest. */
  readonly choice: () => Choice;
  readonly choose: (change: Partial<Choice>) => void;
  /** By a factor; 0 for as large as fits. */
  readonly zoom: (factor: number) => void;
  readonly save: () => void;
}

/** What there is to choose: while that stays as it is, so do the buttons, and whoever has the focus in them keeps it. */
export interface ToolbarParts {
  readonly list: boolean;
  readonly profiles: readonly string[];
  /** Of `networks` and `volumes` those that a service has. */
  readonly kinds: readonly ('networks' | 'volumes')[];
}

export function toolbarParts({ profiles, services }: ServiceGraph, { list }: Choice): ToolbarParts {
  const kinds = (['networks', 'volumes'] as const).filter((kind) =>
    services.some((service) => service[kind].length > 0),
  );
  return { list, profiles, kinds };
}

/** The row of buttons and boxes above the picture. `data-key` names each, so that the focus survives a drawing. */
export function toolbar({ parts, choice, choose, zoom, save }: ToolbarOptions): HTMLElement[] {
  const { list, profiles, kinds } = parts;
  const profileBoxes = profiles.map((profile) =>
    check(profile, {
      key: `profile ${profile}`,
      on: choice().profiles.includes(profile),
      change: (on) => {
        const others = choice().profiles.filter((one) => one !== profile);
        choose({ profiles: on ? [...others, profile] : others });
      },
    }),
  );
  const kindBoxes = kinds.map((kind) =>
    check(kind, { key: kind, on: choice()[kind], change: (on) => choose({ [kind]: on }) }),
  );
  const picture = [
    group('Show', kindBoxes),
    group('Size', [
      button('−', { key: 'smaller', label: 'Smaller', press: () => zoom(1 / 1.25) }),
      button('+', { key: 'larger', label: 'Larger', press: () => zoom(1.25) }),
      button('Fit', { key: 'fit', press: () => zoom(0) }),
    ]),
    group('File', [button('Export SVG…', { key: 'export', press: save })]),
  ];
  return [
    group('View', [
      button('Graph', { key: 'graph', pressed: !list, press: () => choose({ list: false }) }),
      button('List', { key: 'list', pressed: list, press: () => choose({ list: true }) }),
    ]),
    group('Profiles', profileBoxes),
    ...(list ? [] : picture),
  ];
}

function group(label: string, parts: readonly HTMLElement[]): HTMLElement {
  const visible = label === 'Profiles' ? [html('span', { 'aria-hidden': 'true' }, 'Profiles:')] : [];
  return html('div', { role: 'group', 'aria-label': label, hidden: parts.length === 0 }, ...visible, ...parts);
}

function button(
  text: string,
  { key, label, pressed, press }: { key: string; label?: string; pressed?: boolean; press: () => void },
): HTMLElement {
  const element = html(
    'button',
    {
      type: 'button',
      'data-key': key,
      'aria-label': label,
      title: label,
      'aria-pressed': pressed === undefined ? undefined : String(pressed),
    },
    text,
  );
  element.addEventListener('click', press);
  return element;
}

function check(
  text: string,
  { key, on, change }: { key: string; on: boolean; change: (on: boolean) => void },
): HTMLElement {
  const box = html('input', { type: 'checkbox', 'data-key': key, checked: on });
  box.addEventListener('change', () => change(box.checked));
  return html('label', {}, box, text);
}
