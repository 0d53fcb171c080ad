import type { TransferEvent } from '../engine/engine.ts';
import type { ReportProgress } from '../ui/ui.ts';

/** What a finished pull or push tells. */
export interface Transferred {
  readonly digest?: string;
  /** Bytes of the manifest's layers, as the engine says. */
  readonly size?: number;
}

/**
 * Follows a pull or push to its end and reports it as one percentage with a message. Throws what the transfer throws.
 */
export async function followTransfer(
  events: AsyncIterable<TransferEvent>,
  report: ReportProgress,
): Promise<Transferred> {
  const progress = new TransferProgress();
  let result: Transferred = {};
  for await (const event of events) {
    if (event.kind === 'done') result = finished(event);
    const step = progress.add(event);
    if (step !== undefined) report(step);
  }
  return result;
}

function finished({ digest, size }: Extract<TransferEvent, { kind: 'done' }>): Transferred {
  return { ...(digest === undefined ? {} : { digest }), ...(size === undefined ? {} : { size }) };
}

/** `increment` in percent of the whole. */
export interface TransferStep {
  readonly message: string;
  readonly increment: number;
}

type Phase = 'waiting' | 'moving' | 'moved' | 'extracting' | 'done';

interface LayerState {
  phase: Phase;
  current: number;
  total: number | undefined;
  /** Seconds until the next try, as the engine counts them down. */
  retry: string | undefined;
}

/** The engine's words, by the first that fits. Other words tell nothing of a layer's progress. */
const phases: readonly (readonly [RegExp, Phase])[] = [
  [/^(pushed|pull complete|already exists|layer already exists|mounted from)/i, 'done'],
  [/^(preparing|waiting|pulling fs layer|retrying)/i, 'waiting'],
  [/^(pushing|downloading)/i, 'moving'],
  [/^(verifying checksum|download complete)/i, 'moved'],
  [/^extracting/i, 'extracting'],
];

/** Moving a layer over the wire is most of the work, unpacking it is the rest. */
const wireShare = 0.8;

/** Adds the progress of layers up; the percentage never falls, and what the person sees changes only when it matters. */
export class TransferProgress {
  readonly #layers = new Map<string, LayerState>();
  #unpacks = false;
  #percent = 0;
  #message = '';

  /** From 0 to 100, whole numbers. */
  get percent(): number {
    return this.#percent;
  }

  /** Takes an event in; answers what to show when that has changed. */
  add(event: TransferEvent): TransferStep | undefined {
    if (event.kind === 'status') return undefined;
    if (event.kind === 'layer') this.#update(event);
    if (event.kind === 'layer' && this.#layers.size === 0) return undefined;
    const percent = event.kind === 'done' ? 100 : Math.max(this.#percent, Math.floor(this.#fraction() * 100));
    const message = event.kind === 'done' ? 'Done' : this.#describe();
    const increment = percent - this.#percent;
    if (increment === 0 && message === this.#message) return undefined;
    this.#percent = percent;
    this.#message = message;
    return { message, increment };
  }

  #update(event: Extract<TransferEvent, { kind: 'layer' }>): void {
    const phase = phases.find(([words]) => words.test(event.status))?.[1];
    if (phase === undefined) return;
    const layer = this.#layers.get(event.id) ?? { phase, current: 0, total: undefined, retry: undefined };
    this.#layers.set(event.id, layer);
    layer.retry = /^retrying in (\d+)/i.exec(event.status)?.[1];
    layer.phase = phase;
    if (/^(pulling fs layer|downloading|extracting)/i.test(event.status)) this.#unpacks = true;
    if (event.total !== undefined && event.total > 0) layer.total = event.total;
    if (phase === 'waiting') layer.current = 0;
    else if (event.current !== undefined) layer.current = Math.min(event.current, layer.total ?? event.current);
  }

  /**
   * Layers weigh by their bytes. One whose size is not known yet weighs as the others do on average; one that was there
   * already weighs nothing, so that it does not make the rest look small.
   */
  #fraction(): number {
    const layers = [...this.#layers.values()];
    const known = layers.flatMap(({ total }) => (total === undefined ? [] : [total]));
    const average = known.length === 0 ? 1 : known.reduce((sum, total) => sum + total, 0) / known.length;
    let all = 0;
    let done = 0;
    for (const layer of layers) {
      const weight = layer.total ?? (layer.phase === 'done' ? 0 : average);
      all += weight;
      done += weight * this.#share(layer);
    }
    return all === 0 ? 0 : done / all;
  }

  #share({ phase, current, total }: LayerState): number {
    const part = total === undefined || total === 0 ? 0 : current / total;
    switch (phase) {
      case 'waiting':
        return 0;
      case 'moving':
        return this.#unpacks ? part * wireShare : part;
      case 'moved':
        return wireShare;
      case 'extracting':
        return wireShare + part * (1 - wireShare);
      case 'done':
        return 1;
    }
  }

  #describe(): string {
    const layers = [...this.#layers.values()];
    const done = layers.filter(({ phase }) => phase === 'done').length;
    const count = `${done} of ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`;
    const retry = layers.find((layer) => layer.retry !== undefined)?.retry;
    return retry === undefined ? count : `${count}; the registry did not take one, trying again in ${retry} s`;
  }
}
