import { randomBytes } from 'node:crypto';

/** A failure in ECR's own form: the exception's name and its message. */
export interface EcrFailure {
  readonly type: string;
  readonly message: string;
  readonly status?: number;
}

export interface EcrRepositoryState {
  readonly name: string;
  readonly createdAt: number;
  readonly immutable: boolean;
  readonly scanOnPush: boolean;
  readonly encryption: { encryptionType: string; kmsKey?: string };
  /** Tag -> digest, as pushed through the front. */
  readonly tags: Map<string, string>;
}

/** What the stand-in holds: shared by the API and by the front before the registry. */
export class EcrState {
  readonly account = '123456789012';
  readonly region: string;
  readonly repositories = new Map<string, EcrRepositoryState>();
  /** API calls in their order: the operation and its input. Signing and other headers are not kept. */
  readonly calls: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> }[] = [];
  /** Operation (`CreateRepository`, also `AssumeRole`) -> what it fails with until taken away. */
  readonly failures = new Map<string, EcrFailure>();
  /** What the registry refuses a push with: `User: … is not authorized to perform: ecr:InitiateLayerUpload …`. */
  pushDenied: string | undefined;
  /** The registry answers so many of the next uploads with status 503. */
  hiccups = 0;
  /** Access keys that are known, with what they fail with when they do not work any more. */
  readonly accessKeys = new Map<string, EcrFailure | undefined>();
  readonly #tokens = new Map<string, 'good' | 'expired'>();

  constructor(region: string) {
    this.region = region;
  }

  newToken(): string {
    const token = randomBytes(96).toString('base64url');
    this.#tokens.set(token, 'good');
    return token;
  }

  token(token: string): 'good' | 'expired' | undefined {
    return this.#tokens.get(token);
  }

  /** Every token that was given out is refused from now on, as twelve hours later. */
  expireTokens(): void {
    for (const token of this.#tokens.keys()) this.#tokens.set(token, 'expired');
  }

  create(
    name: string,
    options: Partial<Pick<EcrRepositoryState, 'immutable' | 'scanOnPush' | 'encryption'>> = {},
  ): EcrRepositoryState {
    const repository: EcrRepositoryState = {
      name,
      createdAt: Date.now(),
      immutable: options.immutable ?? false,
      scanOnPush: options.scanOnPush ?? false,
      encryption: options.encryption ?? { encryptionType: 'AES256' },
      tags: new Map(),
    };
    this.repositories.set(name, repository);
    return repository;
  }
}
