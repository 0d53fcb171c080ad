import type { ImageOperations } from '../../engine/engine.ts';
import type { ReportProgress } from '../../ui/ui.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { followTransfer } from '../transferProgress.ts';
import type { EcrApi, EcrRepository } from './ecr.ts';

export interface EcrPushJob {
  /** The image as the engine knows it: a name or an id. */
  readonly image: string;
  readonly repository: EcrTarget;
  readonly tag: string;
}

/** A repository; `uri` is absent where only its name is known, because listing is not allowed. */
export type EcrTarget = Pick<EcrRepository, 'name'> & Partial<Pick<EcrRepository, 'uri' | 'immutableTags'>>;

export interface EcrPushPorts {
  readonly images: Pick<ImageOperations, 'tag' | 'push'>;
  readonly api: EcrApi;
  /** Runs one attempt, showing its progress; the signal aborts when the person cancels. */
  attempt<T>(task: (report: ReportProgress, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The repository is not there: creates it when the person wants that. */
  createRepository(): Promise<EcrRepository | undefined>;
  /** The tag is taken for good: asks for another one. */
  anotherTag(tag: string): Promise<string | undefined>;
}

export interface EcrPushed {
  /** `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web:v1`. */
  readonly uri: string;
  readonly repository: EcrTarget;
  readonly tag: string;
  readonly digest?: string;
}

/**
 * Tags the image for the repository and pushes it with a token that lives in memory only. Mends what can be mended and
 * goes on: creates a missing repository, takes another tag for an immutable one, fetches an expired token anew, once.
 * The local tag stays, as with `docker push`. `undefined` when the person leaves it at that; throws the SDK's and the
 * engine's errors.
 */
export async function pushToRepository(job: EcrPushJob, ports: EcrPushPorts): Promise<EcrPushed | undefined> {
  let { repository, tag } = job;
  const mended = new Set<Refusal>();
  for (;;) {
    const outcome = await ports.attempt((report, signal) =>
      tryOnce({ ...job, repository, tag }, ports, { report, signal }),
    );
    if (!('refusal' in outcome)) return outcome;
    const { refusal, error } = outcome;
    // A token that is refused again, or a repository that is missing though it was created, is not mended by more of it.
    if (mended.has(refusal) && refusal !== 'immutable-tag') throw error;
    mended.add(refusal);
    if (refusal === 'repository-missing') {
      const created = await ports.createRepository();
      if (created === undefined) return undefined;
      repository = created;
    } else if (refusal === 'immutable-tag') {
      const other = await ports.anotherTag(tag);
      if (other === undefined) return undefined;
      tag = other;
    }
  }
}

type Mendable = Extract<Refusal, 'token-expired' | 'repository-missing' | 'immutable-tag'>;

async function tryOnce(
  { image, repository, tag }: EcrPushJob,
  { images, api }: EcrPushPorts,
  { report, signal }: { report: ReportProgress; signal: AbortSignal },
): Promise<EcrPushed | { refusal: Mendable; error: unknown }> {
  report({ message: 'Signing in to Amazon ECR' });
  const { credentials, host } = await api.authorize(signal);
  const name = repository.uri ?? `${host}/${repository.name}`;
  const uri = `${name}:${tag}`;
  await images.tag(image, { repository: name, tag });
  try {
    const { digest } = await followTransfer(images.push(uri, { credentials }, signal), report);
    return { uri, repository: { ...repository, uri: name }, tag, ...(digest === undefined ? {} : { digest }) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === 'token-expired' || refusal === 'repository-missing' || refusal === 'immutable-tag') {
      return { refusal, error };
    }
    throw error;
  }
}
