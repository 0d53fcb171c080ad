import type { GraphService, ServiceGraph } from '../../src/panel/graph/serviceGraph.ts';
import { svg } from '../elements.ts';
import { sizes, type Box, type Line, type Picture, type Point } from './layout.ts';

export interface DrawOptions {
  readonly graph: ServiceGraph;
  readonly picture: Picture;
  /** As wide as a box lets it be; the end is cut with an ellipsis. */
  readonly fit: (text: string, width: number) => string;
}

/** The picture as an SVG whose services can be focused; colors come from the page's style sheet by class. */
export function drawGraph({ graph, picture, fit }: DrawOptions): SVGSVGElement {
  const { width, height, boxes, lines } = picture;
  const services = new Map(graph.services.map((service) => [service.name, service]));
  return svg(
    'svg',
    {
      viewBox: `0 0 ${Math.max(1, width)} ${Math.max(1, height)}`,
      role: 'group',
      'aria-label': `Services of ${graph.project}. Arrow keys move, Enter opens the file.`,
    },
    svg(
      'defs',
      {},
      svg(
        'marker',
        { id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
        svg('path', { d: 'M0 0 8 4 0 8z', class: 'head' }),
      ),
    ),
    ...lines.map(drawLine),
    ...boxes.map((box) => drawBox(box, { service: services.get(box.name), fit })),
  );
}

function drawLine({ kind, points }: Line): SVGPathElement {
  return svg('path', {
    class: `line ${kind}`,
    d: curve(points),
    'aria-hidden': 'true',
    ...(kind === 'depends' && { 'marker-end': 'url(#arrow)' }),
  });
}

/** A line through the middles between its points, bent at the points. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return [`M${first.x} ${first.y}`, ...(bends.length > 0 ? bends : [`L${last.x} ${last.y}`])].join(' ');
}

function drawBox(
  box: Box,
  { service, fit }: { readonly service: GraphService | undefined; readonly fit: DrawOptions['fit'] },
): SVGGElement {
  const { kind, name, x, y, width, height, lines } = box;
  const [left, top] = [x - width / 2, y - height / 2];
  const room = width - 2 * sizes.padding;
  if (kind !== 'service' || !service)
    return svg(
      'g',
      { class: `box ${kind}`, role: 'img', 'aria-label': `${kind} ${name}` },
      svg('rect', { x: left, y: top, width, height, rx: kind === 'network' ? height / 2 : 3 }),
      svg(
        'text',
        { x: left + sizes.padding, y: y + 4 },
        svg('title', {}, `${kind} ${name}`),
        `${marks[kind]} ${fit(name, room - 18)}`,
      ),
    );
  const condition = service.state?.condition ?? 'unknown';
  return svg(
    'g',
    {
      class: `box service ${condition}`,
      role: 'button',
      tabindex: -1,
      'data-service': name,
      'aria-label': describe(service),
    },
    svg('title', {}, describe(service)),
    svg('rect', { class: 'body', x: left, y: top, width, height, rx: 4 }),
    svg('circle', { class: 'dot', cx: left + sizes.padding + 5, cy: top + sizes.padding + 8, r: 5 }),
    svg('text', { class: 'name', x: left + sizes.padding + 18, y: top + sizes.padding + 13 }, fit(name, room - 18)),
    ...lines.map((line, index) =>
      svg(
        'text',
        {
          class: index === 0 && service.state ? 'state' : 'more',
          x: left + sizes.padding,
          y: top + sizes.padding + sizes.name + index * sizes.line + 12,
        },
        fit(line, room),
      ),
    ),
  );
}

const marks = { network: '⟷', volume: '▤', service: '' } as const;

/** A service in one sentence, for screen readers and as a tooltip. */
function describe({ name, image, state, ports, dependsOn, networks, volumes, profiles }: GraphService): string {
  const list = (what: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${what} ${names.join(', ')}`];
  return [
    `service ${name}`,
    ...(state === undefined ? [] : [state.text]),
    ...(image === '' ? [] : [image]),
    ...list('depends on', dependsOn),
    ...list('published', ports),
    ...list('networks', networks),
    ...list('volumes', volumes),
    ...list('profiles', profiles),
  ].join('; ');
}
