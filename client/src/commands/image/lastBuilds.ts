import { Emitter, type Disposable, type Event } from '../../lifecycle.ts';

/** How the last build of a Dockerfile, or of one up to a stage, went. */
export interface LastBuild {
  readonly state: 'running' | 'built' | 'failed';
  /** When it began or ended, milliseconds since the epoch. */
  readonly at: number;
}

/** What was built: an absolute path, and the stage that it ended with; empty is the last one. */
export interface BuildSubject {
  readonly path: string;
  readonly stage: string;
}

/** Remembers how each build went, as long as the window is open. */
export class LastBuilds implements Disposable {
  readonly #builds = new Map<string, LastBuild>();
  readonly #changes = new Emitter<BuildSubject>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly onDidChange: Event<BuildSubject> = this.#changes.event;

  of(subject: BuildSubject): LastBuild | undefined {
    return this.#builds.get(keyOf(subject));
  }

  /** Says that a build has begun; call the answer with how it ended, or with nothing when it was cancelled. */
  begin(subject: BuildSubject): (end?: 'built' | 'failed') => void {
    const before = this.of(subject);
    this.#set(subject, { state: 'running', at: this.#now() });
    return (end) => {
      this.#set(subject, end === undefined ? before : { state: end, at: this.#now() });
    };
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #set(subject: BuildSubject, build: LastBuild | undefined): void {
    if (build) this.#builds.set(keyOf(subject), build);
    else this.#builds.delete(keyOf(subject));
    this.#changes.fire(subject);
  }
}

function keyOf({ path, stage }: BuildSubject): string {
  return `${stage}\n${path}`;
}
