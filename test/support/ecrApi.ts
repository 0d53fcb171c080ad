import type { EcrFailure, EcrRepositoryState, EcrState } from './ecrState.ts';
import type { TestRegistry } from './registry.ts';

export interface EcrApiContext {
  readonly state: EcrState;
  readonly registry: TestRegistry;
  /** Where the front before the registry listens: `127.0.0.1:41235`. */
  readonly host: string;
}

/** An answer of the API; a failure is thrown as `Failed`. */
type Input = Readonly<Record<string, unknown>>;

export class Failed extends Error {
  readonly failure: EcrFailure;

  constructor(failure: EcrFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** ECR's operations by their names in the `X-Amz-Target` header, over the wire form of AWS's JSON 1.1 protocol. */
export async function callEcr(context: EcrApiContext, operation: string, input: Input): Promise<unknown> {
  context.state.calls.push({ operation, input });
  const failure = context.state.failures.get(operation);
  if (failure !== undefined) throw new Failed(failure);
  const run = operations[operation];
  if (run === undefined) throw new Failed({ type: 'UnknownOperationException', message: '' });
  return run(context, input);
}

const operations: Readonly<Record<string, (context: EcrApiContext, input: Input) => unknown>> = {
  GetAuthorizationToken({ state, host }) {
    const token = state.newToken();
    const expiresAt = Date.now() / 1000 + 12 * 3600;
    const authorizationToken = Buffer.from(`AWS:${token}`).toString('base64');
    return { authorizationData: [{ authorizationToken, expiresAt, proxyEndpoint: `http://${host}` }] };
  },

  DescribeRepositories(context, input) {
    const { state } = context;
    const names = input['repositoryNames'] as string[] | undefined;
    if (names !== undefined) return { repositories: names.map((name) => describe(context, known(state, name))) };
    const all = [...state.repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { page, nextToken } = paged(all, input);
    return { repositories: page.map((repository) => describe(context, repository)), nextToken };
  },

  CreateRepository(context, input) {
    const { state } = context;
    const name = String(input['repositoryName']);
    if (!repositoryName.test(name) || name.length < 2 || name.length > 256) {
      const message = `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '${repositoryName.source}''`;
      throw new Failed({ type: 'InvalidParameterException', message });
    }
    if (state.repositories.has(name)) {
      const message = `The repository with name '${name}' already exists in the registry with id '${state.account}'`;
      throw new Failed({ type: 'RepositoryAlreadyExistsException', message });
    }
    const scan = input['imageScanningConfiguration'] as { scanOnPush?: boolean } | undefined;
    const encryption = input['encryptionConfiguration'] as EcrRepositoryState['encryption'] | undefined;
    const repository = state.create(name, {
      immutable: input['imageTagMutability'] === 'IMMUTABLE',
      scanOnPush: scan?.scanOnPush ?? false,
      ...(encryption === undefined ? {} : { encryption }),
    });
    return { repository: describe(context, repository) };
  },

  DescribeImages({ state }, input) {
    const repository = known(state, String(input['repositoryName']));
    const ids = input['imageIds'] as { imageTag?: string; imageDigest?: string }[] | undefined;
    const digests = new Set(ids === undefined ? repository.tags.values() : ids.map((id) => found(repository, id)));
    return {
      imageDetails: [...digests].map((imageDigest) => ({
        registryId: state.account,
        repositoryName: repository.name,
        imageDigest,
        imageTags: tagsOf(repository, imageDigest),
      })),
    };
  },

  ListImages({ state }, input) {
    const repository = known(state, String(input['repositoryName']));
    const { page, nextToken } = paged([...repository.tags], input);
    return { imageIds: page.map(([imageTag, imageDigest]) => ({ imageTag, imageDigest })), nextToken };
  },

  async BatchDeleteImage({ state, registry }, input) {
    const repository = known(state, String(input['repositoryName']));
    const imageIds: unknown[] = [];
    const failures: unknown[] = [];
    for (const imageId of input['imageIds'] as { imageTag?: string; imageDigest?: string }[]) {
      const digest = digestOf(repository, imageId);
      if (digest === undefined) {
        failures.push({ imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' });
        continue;
      }
      const tags = imageId.imageTag === undefined ? tagsOf(repository, digest) : [imageId.imageTag];
      for (const tag of tags) repository.tags.delete(tag);
      if (tagsOf(repository, digest).length === 0) await deleteManifest(registry, repository.name, digest);
      imageIds.push(...tags.map((imageTag) => ({ imageTag, imageDigest: digest })));
    }
    return { imageIds, failures };
  },
};

const repositoryName = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

function known(state: EcrState, name: string): EcrRepositoryState {
  const repository = state.repositories.get(name);
  if (repository !== undefined) return repository;
  const message = `The repository with name '${name}' does not exist in the registry with id '${state.account}'`;
  throw new Failed({ type: 'RepositoryNotFoundException', message });
}

function describe({ state, host }: EcrApiContext, repository: EcrRepositoryState): unknown {
  return {
    repositoryArn: `arn:aws:ecr:${state.region}:${state.account}:repository/${repository.name}`,
    registryId: state.account,
    repositoryName: repository.name,
    repositoryUri: `${host}/${repository.name}`,
    createdAt: repository.createdAt / 1000,
    imageTagMutability: repository.immutable ? 'IMMUTABLE' : 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: repository.encryption,
  };
}

function found(repository: EcrRepositoryState, id: { imageTag?: string; imageDigest?: string }): string {
  const digest = digestOf(repository, id);
  if (digest !== undefined) return digest;
  const message = `The image with imageId ${JSON.stringify(id)} does not exist within the repository with name '${repository.name}'`;
  throw new Failed({ type: 'ImageNotFoundException', message });
}

function digestOf(repository: EcrRepositoryState, id: { imageTag?: string; imageDigest?: string }): string | undefined {
  if (id.imageTag !== undefined) return repository.tags.get(id.imageTag);
  return [...repository.tags.values()].find((digest) => digest === id.imageDigest);
}

function tagsOf(repository: EcrRepositoryState, digest: string): string[] {
  return [...repository.tags].filter(([, of]) => of === digest).map(([tag]) => tag);
}

async function deleteManifest(registry: TestRegistry, repository: string, digest: string): Promise<void> {
  await fetch(`http://${registry.host}/v2/${repository}/manifests/${digest}`, {
    method: 'DELETE',
    headers: { authorization: registry.authorization },
  });
}

function paged<T>(all: readonly T[], input: Input): { page: T[]; nextToken?: string } {
  const size = typeof input['maxResults'] === 'number' ? input['maxResults'] : 100;
  const start = typeof input['nextToken'] === 'string' ? Number(Buffer.from(input['nextToken'], 'base64')) : 0;
  const page = all.slice(start, start + size);
  const end = start + page.length;
  return end < all.length ? { page, nextToken: Buffer.from(String(end)).toString('base64') } : { page };
}
