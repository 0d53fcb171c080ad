import { hubHost } from '../../registry/reference.ts';

/** The host of a registry as somebody types it; the Hub has several names. */
export function registryHost(text: string): string {
  const host = text
    .trim()
    .replace(/^https?:\/\//iu, '')
    .replace(/\/.*$/su, '')
    .toLowerCase();
  return ['index.docker.io', 'registry-1.docker.io', 'hub.docker.com', 'docker.com', ''].includes(host)
    ? hubHost
    : host;
}

/** What is wrong with a registry's host, or nothing. */
export function hostProblem(text: string): string | undefined {
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[\da-f:]+\])(?::\d{1,5})?$/u.test(
    registryHost(text),
  )
    ? undefined
    : 'A registry’s host is expected: registry.example.com or localhost:5000.';
}
