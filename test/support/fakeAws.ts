import type {
  Aws,
  AwsConfiguration,
  AwsProfile,
  EcrApi,
  EcrConnection,
  EcrRepository,
  NewEcrRepository,
} from '../../client/src/registry/ecr/ecr.ts';

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

/** The door to AWS, in memory: answers from what a test puts in, and fails as it is told. */
export class FakeAws implements Aws {
  profiles: AwsProfile[] = [{ name: 'default', kind: 'keys', region: 'eu-west-1' }];
  more: Partial<AwsConfiguration> = {};
  repositories: EcrRepository[] = [];
  /** Thrown by the next calls of that operation, one each. */
  readonly failures = new Map<keyof EcrApi, Error[]>();
  readonly connections: EcrConnection[] = [];
  readonly created: NewEcrRepository[] = [];
  open = 0;
  tokens = 0;
  /** The device whose code `authorize` asks for. */
  mfaDevice: string | undefined;
  readonly codes: string[] = [];

  async configuration(): Promise<AwsConfiguration> {
    return {
      profiles: this.profiles,
      environment: false,
      instance: false,
      files: ['/home/ada/.aws/config', '/home/ada/.aws/credentials'],
      ...this.more,
    };
  }

  async connect(connection: EcrConnection): Promise<EcrApi> {
    this.connections.push(connection);
    this.open += 1;
    return {
      authorize: async () => {
        if (this.mfaDevice !== undefined) this.codes.push(await connection.mfaCode(this.mfaDevice));
        this.#fail('authorize');
        this.tokens += 1;
        return { host, credentials: { serverAddress: host, username: 'AWS', password: `token-${this.tokens}` } };
      },
      repositories: (signal) => this.#pages(signal),
      createRepository: async (repository) => {
        this.#fail('createRepository');
        this.created.push(repository);
        return ecrRepository(repository.name, { immutableTags: repository.immutableTags });
      },
      close: () => {
        this.open -= 1;
      },
    };
  }

  async *#pages(signal: AbortSignal): AsyncGenerator<readonly EcrRepository[]> {
    signal.throwIfAborted();
    this.#fail('repositories');
    for (let start = 0; start < this.repositories.length; start += 100) {
      yield this.repositories.slice(start, start + 100);
    }
  }

  #fail(operation: keyof EcrApi): void {
    const failure = this.failures.get(operation)?.shift();
    if (failure !== undefined) throw failure;
  }
}

export function ecrRepository(name: string, more: Partial<EcrRepository> = {}): EcrRepository {
  return { name, uri: `${host}/${name}`, immutableTags: false, ...more };
}

/** An error as the AWS SDK throws it: known by its name and message only. */
export function sdkError(name: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { name }, more);
}
