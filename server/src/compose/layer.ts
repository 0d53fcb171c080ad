import type { Anchors } from './yaml/anchors.ts';
import type { YamlNode } from './yaml/node.ts';

/** With one of these a service can run. */
const running = ['image', 'build', 'provider'];

/**
 * Whether a file can only be meant to be merged over another one or to be included, whatever its name: its services say
 * something, and none of them says what it runs; or it has only what services use.
 */
export function isLayer(root: YamlNode | undefined, anchors: Anchors): boolean {
  if (root?.kind !== 'mapping') return false;
  const top = anchors.entries(root);
  if (top.has('include')) return false;
  const written = top.get('services')?.entry.value;
  const services = written && anchors.resolve(written);
  if (!services) return ['networks', 'volumes', 'secrets', 'configs', 'models'].some((section) => top.has(section));
  if (services.kind !== 'mapping') return false;
  let says = false;
  for (const { entry } of anchors.entries(services).values()) {
    const service = anchors.resolve(entry.value);
    if (service?.kind !== 'mapping') continue;
    const entries = anchors.entries(service);
    const base = entries.get('extends')?.entry.value;
    // A service of this file is looked at itself.
    if (running.some((key) => entries.has(key)) || (base?.kind === 'mapping' && base.get('file'))) return false;
    says ||= entries.size > 0;
  }
  return says;
}
