import { Emitter } from '../../client/src/lifecycle.ts';
import type { Surface } from '../../client/src/tree/liveTree.ts';
import type { Row } from '../../client/src/tree/rows.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A view of VS Code without VS Code, not visible at first. */
export interface TestSurface extends Mutable<Surface> {
  /** Rows that were revealed, by id. */
  readonly revealed: string[];
  see(visible: boolean): void;
  expand(row: Row, expanded: boolean): void;
}

export function aSurface(): TestSurface {
  const visibility = new Emitter<{ visible: boolean }>();
  const [expanding, collapsing] = [new Emitter<{ element: Row }>(), new Emitter<{ element: Row }>()];
  const revealed: string[] = [];
  const surface: TestSurface = {
    visible: false,
    onDidChangeVisibility: visibility.event,
    onDidExpandElement: expanding.event,
    onDidCollapseElement: collapsing.event,
    selection: [],
    reveal: async ({ id }) => {
      revealed.push(id);
    },
    revealed,
    see: (visible) => {
      surface.visible = visible;
      visibility.fire({ visible });
    },
    expand: (element, expanded) => {
      (expanded ? expanding : collapsing).fire({ element });
    },
  };
  return surface;
}
