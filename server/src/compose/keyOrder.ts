/** The usual order of keys, as dclint has it by default; keys that are not named keep their order after these. */
const usual = {
  file: 'x- version name include services models networks volumes secrets configs'.split(' '),
  service: (
    'image build container_name depends_on volumes volumes_from configs secrets environment env_file ports networks ' +
    'network_mode extra_hosts command entrypoint working_dir restart healthcheck logging labels user isolation'
  ).split(' '),
} as const;

/** Sorts the keys of a file or of a service; `<<` comes first. Keys of equal rank keep their order. */
export function inUsualOrder(keys: readonly string[], of: 'file' | 'service'): number[] {
  const order: readonly string[] = usual[of];
  const rank = (key: string): number => {
    if (key === '<<') return -1;
    const at = order.indexOf(of === 'file' && key.startsWith('x-') ? 'x-' : key);
    return at < 0 ? order.length : at;
  };
  return keys.map((_, index) => index).sort((a, b) => rank(keys[a] ?? '') - rank(keys[b] ?? '') || a - b);
}
