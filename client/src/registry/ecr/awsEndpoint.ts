import type { ECRClientConfig } from '@aws-sdk/client-ecr';
import { loadSharedConfigFiles } from '@smithy/core/config';
import type { AwsSource } from './ecr.ts';

/**
 * Where ECR is to be found for a profile, by the order of AWS's reference of shared settings: the environment's address
 * for ECR, its address for all services, the profile's `services` section, the profile's `endpoint_url`. The SDK would
 * look into the profile of `AWS_PROFILE` instead of the client's own; for other sources that is right.
 */
export async function endpointOf(
  source: AwsSource,
): Promise<Pick<ECRClientConfig, 'endpoint' | 'ignoreConfiguredEndpointUrls'>> {
  if (source.kind !== 'profile') return {};
  const { env } = process;
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const section = { ...credentialsFile[source.name], ...configFile[source.name] };
  const ignored = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? section['ignore_configured_endpoint_urls'];
  const services = section['services'] === undefined ? undefined : configFile[`services.${section['services']}`];
  const endpoint =
    env['AWS_ENDPOINT_URL_ECR'] || env['AWS_ENDPOINT_URL'] || services?.['ecr.endpoint_url'] || section['endpoint_url'];
  return endpoint && ignored !== 'true' ? { endpoint } : { ignoreConfiguredEndpointUrls: true };
}
