import { Graph, layout } from '@dagrejs/dagre';
import type { GraphService, ServiceGraph } from '../../src/panel/graph/serviceGraph.ts';

/** What of a graph is shown. */
export interface View {
  /** Services with profiles are shown when one of theirs is here. */
  readonly profiles: readonly string[];
  readonly networks: boolean;
  readonly volumes: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box: `x` and `y` are its middle. */
export interface Box extends Point {
  readonly id: string;
  readonly kind: 'service' | 'network' | 'volume';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The lines below the name, of a service. */
  readonly lines: readonly string[];
}

export interface Line {
  readonly kind: 'depends' | 'network' | 'volume';
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** In pixels. */
export const sizes = { padding: 12, line: 18, name: 22, margin: 24, longest: 280 } as const;

/** The services of a graph that a view lets through, as `docker compose --profile` does. */
export function shownServices(
  { services }: ServiceGraph,
  { profiles }: Pick<View, 'profiles'>,
): readonly GraphService[] {
  return services.filter((own) => own.profiles.length === 0 || own.profiles.some((one) => profiles.includes(one)));
}

/** Boxes and lines in layers: what needs stands above what is needed. `measure` answers a text's width in pixels. */
export function layoutGraph(graph: ServiceGraph, view: View, measure: (text: string) => number): Picture {
  const services = shownServices(graph, view);
  const sheet = new Graph({ multigraph: true });
  sheet.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 56 });
  sheet.setDefaultEdgeLabel(() => ({}));
  const parts = new Map<string, Pick<Box, 'id' | 'kind' | 'name' | 'lines'>>();
  const add = (id: string, part: Pick<Box, 'kind' | 'name' | 'lines'>): void => {
    if (parts.has(id)) return;
    parts.set(id, { id, ...part });
    const widest = Math.max(...[part.name, ...part.lines].map((text) => measure(text)));
    const height = part.kind === 'service' ? sizes.name + part.lines.length * sizes.line : sizes.line;
    // A service has a dot before its name.
    const width = Math.min(sizes.longest, widest) + 2 * sizes.padding + (part.kind === 'service' ? 18 : 26);
    sheet.setNode(id, {
      width: Math.ceil(width),
      height: height + 2 * sizes.padding - (part.kind === 'service' ? 0 : 8),
    });
  };
  for (const service of services)
    add(`service ${service.name}`, { kind: 'service', name: service.name, lines: linesOf(service) });
  for (const { name, dependsOn, networks, volumes } of services) {
    const from = `service ${name}`;
    for (const other of dependsOn)
      if (parts.has(`service ${other}`)) sheet.setEdge(from, `service ${other}`, {}, 'depends');
    for (const [kind, names] of [
      ['network', view.networks ? networks : []],
      ['volume', view.volumes ? volumes : []],
    ] as const)
      for (const other of names) {
        add(`${kind} ${other}`, { kind, name: other, lines: [] });
        sheet.setEdge(from, `${kind} ${other}`, {}, kind);
      }
  }
  layout(sheet);
  const boxes = Array.from(parts.values(), (part): Box => {
    const { x, y, width, height } = sheet.node(part.id) as Pick<Box, 'x' | 'y' | 'width' | 'height'>;
    return { ...part, x, y, width, height };
  });
  const lines = sheet.edges().map((edge: { v: string; w: string; name?: string }): Line => ({
    kind: edge.name as Line['kind'],
    from: edge.v,
    to: edge.w,
    points: (sheet.edge(edge) as { points: Point[] }).points,
  }));
  return framed(boxes, lines);
}

/** The sheet that all of it fits on: the layout looks at boxes only, and lines go around them. */
function framed(boxes: readonly Box[], lines: readonly Line[]): Picture {
  const points = [
    ...boxes.flatMap(({ x, y, width, height }) => [
      { x: x - width / 2, y: y - height / 2 },
      { x: x + width / 2, y: y + height / 2 },
    ]),
    ...lines.flatMap((line) => line.points),
  ];
  if (points.length === 0) return { width: 0, height: 0, boxes, lines };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - sizes.margin, Math.min(...ys) - sizes.margin];
  const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x - left, y: point.y - top });
  return {
    width: Math.ceil(Math.max(...xs) + sizes.margin - left),
    height: Math.ceil(Math.max(...ys) + sizes.margin - top),
    boxes: boxes.map(moved),
    lines: lines.map((line) => ({ ...line, points: line.points.map(moved) })),
  };
}

/** State, image and ports: what stands in a service's box below its name. */
function linesOf({ image, ports, profiles, state }: GraphService): string[] {
  return [
    ...(state === undefined ? [] : [state.text]),
    ...(image === '' ? [] : [image]),
    ...ports,
    ...(profiles.length === 0 ? [] : [`profile ${profiles.join(', ')}`]),
  ];
}

/** The nearest box in a direction, for the arrow keys; `undefined` at the edge. */
export function neighbor(boxes: readonly Box[], from: Box, key: string): Box | undefined {
  const [dx, dy] = directions[key] ?? [0, 0];
  // Along the key's way counts once, beside it twice: the next in the row before the next layer.
  const cost = (box: Box): number => {
    const along = (box.x - from.x) * dx + (box.y - from.y) * dy;
    const beside = Math.abs((box.x - from.x) * dy) + Math.abs((box.y - from.y) * dx);
    return along <= 1 ? Number.POSITIVE_INFINITY : along + 2 * beside;
  };
  const [nearest] = boxes.filter((box) => Number.isFinite(cost(box))).sort((a, b) => cost(a) - cost(b));
  return nearest;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
