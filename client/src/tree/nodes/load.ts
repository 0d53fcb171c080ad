import type { Load } from '../../store/meters.ts';
import { formatBytes } from '../../ui/format.ts';

/** `2.5 % CPU`, `45.2 MB`; nothing for what is not measured. */
export function loadTexts(load: Load | undefined): string[] {
  return load ? [`${load.cpu} % CPU`, formatBytes(load.memory)] : [];
}

/** What several take together; `undefined` when none of them is measured. */
export function sumOf(loads: readonly Load[]): Load | undefined {
  if (loads.length === 0) return undefined;
  const cpu = loads.reduce((sum, load) => sum + load.cpu, 0);
  const memory = loads.reduce((sum, load) => sum + load.memory, 0);
  return { cpu: Math.round(cpu * 10) / 10, memory };
}
