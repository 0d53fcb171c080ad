import type { EngineError } from '../../client/src/engine/error.ts';
import type { EngineEvent, EngineObjectType } from '../../client/src/engine/model.ts';

/** One reader's stream of events: what is pushed comes out in order, until it ends or fails. */
export class EventFeed {
  readonly #wanted: (type: EngineObjectType) => boolean;
  readonly #waiting: EngineEvent[] = [];
  #end: { readonly error?: EngineError } | undefined;
  #wake = (): void => {};

  constructor(wanted: (type: EngineObjectType) => boolean) {
    this.#wanted = wanted;
  }

  push(event: EngineEvent): void {
    if (this.#wanted(event.type)) this.#waiting.push(event);
    this.#wake();
  }

  fail(error: EngineError): void {
    this.#end ??= { error };
    this.#wake();
  }

  end(): void {
    this.#end ??= {};
    this.#wake();
  }

  async *events(): AsyncGenerator<EngineEvent, void, undefined> {
    for (;;) {
      yield* this.#waiting.splice(0);
      if (this.#waiting.length > 0) continue;
      if (this.#end) {
        if (this.#end.error) throw this.#end.error;
        return;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
