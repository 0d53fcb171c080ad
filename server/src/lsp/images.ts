import type { Connection } from 'vscode-languageserver';
import type { EngineState, Images } from '../language.ts';
import type {
  ClientRequests,
  ImageDetails,
  ImageInUse,
  LocalImage,
  EngineFacts,
  EngineQuestion,
} from '../protocol/requests.ts';

/** In ms. The engine is on the same machine, a registry is not. */
const limits = { engine: 300, registry: 1_500 };
/** In ms; for what nobody waits for. */
const longest = 20_000;
/** How long an answer counts, in ms. Whoever types asks again and again. */
const fresh = { engine: 5_000, registry: 600_000 };
/** More local images than that no list is read to its end. */
const mostImages = 200;
const mostAnswers = 100;

interface Asked {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

type Method = keyof ClientRequests;

interface Question {
  readonly method: Method;
  readonly params: object;
  readonly whom: keyof typeof limits;
}

/**
 * What the client knows of images. Answers that come late, and errors, count as empty; a late answer is there for the next
 * question. Nothing is asked before a feature wants it.
 */
export class ClientImages implements Images, EngineState {
  readonly #connection: Pick<Connection, 'sendRequest'>;
  readonly #asked = new Map<string, Asked>();
  readonly #now: () => number;

  constructor(connection: Pick<Connection, 'sendRequest'>, now: () => number = () => performance.now()) {
    this.#connection = connection;
    this.#now = now;
  }

  async list(): Promise<readonly LocalImage[]> {
    const images = await this.#ask('gantry/images', { limit: mostImages }, 'engine');
    return Array.isArray(images) ? images : [];
  }

  async describe(reference: string): Promise<ImageDetails | undefined> {
    return (await this.#ask('gantry/image', { reference }, 'engine')) ?? undefined;
  }

  async tags(repository: string): Promise<readonly string[]> {
    const tags = await this.#ask('gantry/tags', { repository }, 'registry');
    return Array.isArray(tags) ? tags : [];
  }

  async inUse(references: readonly string[]): Promise<readonly ImageInUse[] | undefined> {
    // Whoever asks for these keeps the answers.
    const images = await within(longest, this.#request('gantry/imagesInUse', { references }));
    return Array.isArray(images) ? (images as readonly ImageInUse[]) : undefined;
  }

  async facts(question: EngineQuestion): Promise<EngineFacts | undefined> {
    const facts = await within(longest, this.#request('gantry/engineFacts', question));
    return typeof facts === 'object' && facts !== null ? (facts as EngineFacts) : undefined;
  }

  async #ask<M extends Method>(
    method: M,
    params: ClientRequests[M]['params'],
    whom: keyof typeof limits,
  ): Promise<ClientRequests[M]['result'] | undefined> {
    const key = `${method} ${JSON.stringify(params)}`;
    const known = this.#asked.get(key);
    const asked = known && this.#now() - known.at < fresh[whom] ? known : this.#send(key, { method, params, whom });
    return within(limits[whom], asked.answer as Promise<ClientRequests[M]['result'] | undefined>);
  }

  #send(key: string, { method, params, whom }: Question): Asked {
    const answer = this.#request(method, params);
    const asked = { at: this.#now(), answer };
    this.#asked.delete(key);
    this.#asked.set(key, asked);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > mostAnswers && oldest !== undefined) this.#asked.delete(oldest);
    // A registry that has nothing to say may not have been allowed to: the person is about to change that.
    void answer.then((value) => {
      if (whom === 'registry' && isEmpty(value) && this.#asked.get(key) === asked) this.#asked.delete(key);
    });
    return asked;
  }

  /** `undefined` for an error; a connection that is gone throws at once. */
  #request(method: Method, params: object): Promise<unknown> {
    return Promise.resolve()
      .then(() => this.#connection.sendRequest<unknown>(method, params))
      .catch((): undefined => undefined);
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** The answer, or `undefined` when it is not there in so many ms. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
