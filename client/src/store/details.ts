import { Emitter, type Disposable, type Event } from '../lifecycle.ts';
import { asEngineError } from './reading.ts';
import type { EngineError } from '../engine/error.ts';
import type { Answers, DetailSources } from './detailSources.ts';
import type { Store } from './store.ts';

export type About = keyof Answers;
/** Something that is asked for only when somebody looks: what it is about, and of which object (an id; empty for the engine). */
export interface Question {
  readonly about: About;
  readonly of: string;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: EngineError };
/** What is known by now; `undefined` of what was not asked, or is asked just now. */
export type Known = <K extends About>(about: K, of: string) => Answer<Answers[K]> | undefined;

/** Questions that have got an answer, and questions whose answers do not hold any more. */
export interface DetailChange {
  readonly kind: 'answered' | 'forgotten';
  readonly questions: readonly Question[];
}

/**
 * What is too dear to be listed with everything: asked for when somebody looks, kept until the store tells of a change
 * that touches it. A failure is an answer, too.
 */
export interface Details extends Disposable {
  readonly known: Known;
  /** Resolves when there is an answer; many who ask the same at a time share one request. */
  ask(question: Question): Promise<void>;
  /** Lets go of answers: of all, or of those to such questions. Whoever shows them asks again. */
  forget(which?: (question: Question) => boolean): void;
  readonly onDidChange: Event<DetailChange>;
}

export interface DetailsOptions {
  readonly store: Pick<Store, 'state' | 'onDidChange'>;
  readonly sources: DetailSources;
  /** Told of a listener that threw. */
  readonly onError?: (error: unknown) => void;
}

/** More answers than this are not kept. */
const most = 1000;

interface Entry {
  readonly question: Question;
  readonly abort: AbortController;
  asking?: Promise<void>;
  answer?: Answer<unknown>;
}

export function createDetails({ store, sources, onError }: DetailsOptions): Details {
  const entries = new Map<string, Entry>();
  const changes = new Emitter<DetailChange>(onError);
  const load = async (key: string, entry: Entry): Promise<void> => {
    const { about, of } = entry.question;
    try {
      entry.answer = { ok: true, value: await sources[about].load(of, entry.abort.signal) };
    } catch (error) {
      entry.answer = { ok: false, error: asEngineError(error) };
    }
    delete entry.asking;
    if (entries.get(key) === entry) changes.fire({ kind: 'answered', questions: [entry.question] });
  };
  const forget = (which: (question: Question) => boolean = () => true): void => {
    const gone = [...entries].filter(([, { question }]) => which(question));
    for (const [key, { abort }] of gone) {
      entries.delete(key);
      abort.abort();
    }
    if (gone.length > 0) changes.fire({ kind: 'forgotten', questions: gone.map(([, { question }]) => question) });
  };
  const listening = store.onDidChange((change) => {
    if (entries.size === 0) return;
    const state = store.state.kind;
    const isBack = change.state && state === 'live';
    forget(({ about, of }) => {
      // What failed while the engine was away may be had now.
      if (isBack && entries.get(`${about}/${of}`)?.answer?.ok === false) return true;
      return sources[about].isStale(change, { of, state });
    });
  });
  // An entry under `about` was made by the source of the same name, which the compiler cannot follow.
  const known = ((about, of) => entries.get(`${about}/${of}`)?.answer) as Known;
  return {
    known,
    async ask(question) {
      const key = `${question.about}/${question.of}`;
      const entry = entries.get(key) ?? { question, abort: new AbortController() };
      if (entry.answer) return;
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
      entry.asking ??= load(key, entry);
      await entry.asking;
    },
    forget,
    onDidChange: changes.event,
    dispose: () => {
      listening.dispose();
      forget();
      changes.dispose();
    },
  };
}
