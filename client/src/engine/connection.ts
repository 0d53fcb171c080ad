import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import type { Disposable } from '../lifecycle.ts';
import type { Endpoint } from './engine.ts';
import { EngineError } from './error.ts';
import type { EngineVersion } from './model.ts';
import { abortable } from './transport/failure.ts';
import { hedged } from './transport/hedged.ts';
import { HttpConnection, type HttpRequest } from './transport/http.ts';
import { Modem } from './transport/modem.ts';
import { negotiate } from './version.ts';

/** Long enough for an engine that is just starting; a hung one must not hold the views for ever. */
const versionTimeout = 15_000;
/** A connection may hang while a new one would be answered, as when a tunnel comes back: then another one is tried. */
const versionPatience = 1_500;

/** One endpoint in use: its connections, the API version agreed with it, and dockerode's routes over both. */
export class Connection implements Disposable {
  readonly endpoint: Endpoint;
  readonly #http: HttpConnection;
  readonly #closed = new AbortController();
  #version: Question | undefined;
  #routes: Promise<Dockerode> | undefined;

  constructor(endpoint: Endpoint) {
    this.endpoint = endpoint;
    this.#http = new HttpConnection(endpoint);
  }

  /** Aborts when this connection is given up for another endpoint. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Asked once; a failure is asked again. The question ends when nobody waits for the answer any more. */
  async version(signal?: AbortSignal): Promise<EngineVersion> {
    const question = (this.#version ??= this.#ask());
    question.waiting += 1;
    try {
      return await abortable(question.answer, signal);
    } finally {
      question.waiting -= 1;
      if (question.waiting === 0 && !question.answered) this.#giveUp(question);
    }
  }

  /** dockerode, speaking through this connection. */
  routes(): Promise<Dockerode> {
    this.#routes ??= this.#openRoutes();
    return this.#routes;
  }

  async send(request: HttpRequest): Promise<IncomingMessage> {
    return this.#http.send(await this.#versioned(request));
  }

  async read(request: HttpRequest): Promise<unknown> {
    return this.#http.read(await this.#versioned(request));
  }

  async hijack(request: HttpRequest, protocol?: string): Promise<Duplex> {
    return this.#http.hijack(await this.#versioned(request), protocol);
  }

  /** Throws when the engine does not answer within `timeout` milliseconds. */
  async ping(timeout: number): Promise<void> {
    const signal = AbortSignal.timeout(timeout);
    try {
      await this.#http.read({ method: 'GET', path: '/_ping', signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new EngineError('lost', `The engine at ${this.endpoint.host} does not answer any more.`, { cause: error });
    }
  }

  dispose(): void {
    this.#closed.abort();
    this.#http.dispose();
  }

  async #openRoutes(): Promise<Dockerode> {
    // A bundle of its own: nothing of it is needed before an engine is asked.
    const { dockerodeRoutes } = await import('./dockerode.ts');
    const modem = new Modem(async () => {
      await this.version();
      return this;
    });
    return dockerodeRoutes(modem);
  }

  async #versioned(request: HttpRequest): Promise<HttpRequest> {
    const { apiVersion } = await this.version(request.signal);
    return { ...request, path: `/v${apiVersion}${request.path}` };
  }

  #ask(): Question {
    const end = new AbortController();
    const answer = this.#askVersion(end.signal);
    const question: Question = { answer, end, waiting: 0, answered: false };
    answer.then(
      () => (question.answered = true),
      () => {
        this.#giveUp(question);
      },
    );
    return question;
  }

  /** The next one who wants to know asks anew. */
  #giveUp(question: Question): void {
    question.end.abort();
    if (this.#version === question) this.#version = undefined;
  }

  async #askVersion(end: AbortSignal): Promise<EngineVersion> {
    const limit = AbortSignal.timeout(versionTimeout);
    try {
      const ask = (signal: AbortSignal): Promise<unknown> =>
        this.#http.read({ method: 'GET', path: '/version', signal });
      return negotiate(await hedged(ask, { patience: versionPatience, signal: AbortSignal.any([limit, end]) }));
    } catch (error) {
      if (!limit.aborted) throw error;
      const cause = Object.assign(new Error('timed out', { cause: error }), { code: 'ETIMEDOUT' });
      throw new EngineError('not-running', `The engine at ${this.endpoint.host} does not answer.`, { cause });
    }
  }
}

/** One question for the version, which all who want to know share. */
interface Question {
  readonly answer: Promise<EngineVersion>;
  readonly end: AbortController;
  waiting: number;
  answered: boolean;
}
