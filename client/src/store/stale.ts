import type { EngineEvent } from '../engine/model.ts';
import { affected } from './affected.ts';

/** What has to be read again, gathered from events until the next reading takes it. */
export class Stale {
  readonly containers = new Set<string>();
  /** Containers that are no more: nothing to ask for. */
  readonly gone = new Set<string>();
  /** When a container was seen to start or end. */
  readonly turned = new Map<string, number>();
  allContainers = false;
  images = false;
  events = 0;

  note(event: EngineEvent, now: number): void {
    this.events++;
    for (const what of affected(event)) {
      if (what.kind === 'images') this.images = true;
      else if (what.kind === 'gone') this.gone.add(what.id);
      else {
        this.containers.add(what.id);
        if (what.turned) this.turned.set(what.id, now);
      }
    }
  }

  get isEmpty(): boolean {
    return this.containers.size + this.gone.size === 0 && !this.allContainers && !this.images;
  }
}
