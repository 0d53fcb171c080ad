import type { EngineEvent } from '../engine/model.ts';
import { affected } from './affected.ts';
import type { Part } from './store.ts';

/** What has to be read again, gathered until the next reading takes it. */
export class Stale {
  readonly containers = new Set<string>();
  /** Containers that are no more: nothing to ask for. */
  readonly gone = new Set<string>();
  /** When a container was seen to start or end. */
  readonly turned = new Map<string, number>();
  /** What has to be listed whole. */
  readonly whole = new Set<Part>();
  /** How many events there were, heeded or not. */
  events = 0;

  note(event: EngineEvent, now: number): void {
    this.events++;
    for (const what of affected(event)) {
      if (what.kind === 'gone') this.gone.add(what.id);
      else if (what.kind === 'container') {
        this.containers.add(what.id);
        if (what.turned) this.turned.set(what.id, now);
      } else this.whole.add(what.kind);
    }
  }

  /** Takes over what another one holds, events aside. */
  add({ containers, whole }: Stale): void {
    for (const id of containers) this.containers.add(id);
    for (const part of whole) this.whole.add(part);
  }

  get isEmpty(): boolean {
    return this.containers.size + this.gone.size + this.whole.size === 0;
  }
}
