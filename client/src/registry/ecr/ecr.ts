import type { RegistryCredentials } from '../../engine/engine.ts';

/**
 * The door to the AWS SDK, which is a bundle of its own and loaded on first use (`aws.ts`). What it throws are the SDK's
 * own errors: told apart by `failure.ts`, never by `instanceof`, since classes of another bundle are other classes.
 */
export interface Aws {
  configuration(): Promise<AwsConfiguration>;
  connect(options: EcrConnection): Promise<EcrApi>;
}

/** What AWS's configuration files and the environment hold, without any secret. */
export interface AwsConfiguration {
  readonly profiles: readonly AwsProfile[];
  /** Credentials in the environment: keys, a container's address or a web identity's file. */
  readonly environment: boolean;
  /** The machine's metadata service may be asked (`AWS_EC2_METADATA_DISABLED` is not set). */
  readonly instance: boolean;
  /** `AWS_PROFILE`. */
  readonly profile?: string;
  /** `AWS_REGION` or `AWS_DEFAULT_REGION`. */
  readonly region?: string;
  /** The files that were read, for messages. */
  readonly files: readonly string[];
}

export interface AwsProfile {
  readonly name: string;
  readonly region?: string;
  /** Where its credentials come from. */
  readonly kind: 'sso' | 'role' | 'process' | 'web-identity' | 'login' | 'keys' | 'none';
  /** The profile whose credentials it starts from, for `kind` role. */
  readonly sourceProfile?: string;
  /** The account, where the profile names it. */
  readonly account?: string;
}

/** Where credentials come from. `environment` never looks at files, `instance` asks the machine's metadata service. */
export type AwsSource =
  | { readonly kind: 'profile'; readonly name: string }
  | { readonly kind: 'environment' }
  | { readonly kind: 'instance' };

export interface EcrConnection {
  readonly source: AwsSource;
  readonly region: string;
  /** Asks for the code that the named MFA device shows; throws when it is dismissed. */
  readonly mfaCode: (device: string) => Promise<string>;
}

/** What Gantry asks of Amazon ECR, in one account and region. Every method throws the SDK's errors. */
export interface EcrApi {
  /** A token for the registry, good for twelve hours. Fetched anew at every call. */
  authorize(signal: AbortSignal): Promise<EcrAuthorization>;
  /** All repositories by name, page by page. */
  repositories(signal: AbortSignal): AsyncIterable<readonly EcrRepository[]>;
  createRepository(repository: NewEcrRepository, signal: AbortSignal): Promise<EcrRepository>;
  /** Lets connections go. */
  close(): void;
}

export interface EcrAuthorization {
  readonly credentials: RegistryCredentials;
  /** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

export interface EcrRepository {
  /** `team/web`. */
  readonly name: string;
  /** `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web`. */
  readonly uri: string;
  readonly account?: string;
  readonly immutableTags: boolean;
}

export interface NewEcrRepository {
  readonly name: string;
  readonly scanOnPush: boolean;
  readonly immutableTags: boolean;
  /** `AES256`, or a KMS key: AWS's own for ECR when no key is named. */
  readonly encryption: { readonly type: 'AES256' } | { readonly type: 'KMS'; readonly key?: string };
}
