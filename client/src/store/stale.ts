import type { EngineEvent } from '../engine/model.ts';
import { affected } from './affected.ts';

/** What has to be read again, gathered until the next reading takes it. */
export class Stale {
  readonly containers = new Set<string>();
  /** Containers that are no more: nothing to ask for. */
  readonly gone = new Set<string>();
  /** When a container was seen to start or end. */
  readonly turned = new Map<string, number>();
  allContainers = false;
  images = false;
  /** How many events there were, heeded or not. */
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

  /** Takes over what another one holds, events aside. */
  add({ allContainers, containers, images }: Stale): void {
    for (const id of containers) this.containers.add(id);
    this.allContainers ||= allContainers;
    this.images ||= images;
  }

  get isEmpty(): boolean {
    return this.containers.size + this.gone.size === 0 && !this.allContainers && !this.images;
  }
}
