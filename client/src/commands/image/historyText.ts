import type { Layer } from '../../engine/model.ts';
import { formatAgo } from '../../ui/elapsed.ts';
import { instructionOf } from '../../tree/nodes/instruction.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';

/** What continues an instruction is set in by this, so that the eye finds where the next one begins. */
const columns = { size: 9, age: 16 } as const;

/** An image's layers as text, the newest first: size, age and the instruction that made each, and what they come to. */
export function formatHistory(
  layers: readonly Layer[],
  { name, id, now }: { name: string; id: string; now: number },
): string {
  const total = layers.reduce((sum, { size }) => sum + size, 0);
  const empty = layers.filter(({ size }) => size === 0).length;
  const rows = layers.map((layer) => {
    const [first = '', ...more] = instructionLines(layer);
    const age = layer.createdAt > 0 ? formatAgo(layer.createdAt, now) : 'unknown';
    const lead = `${formatBytes(layer.size).padStart(columns.size)}  ${age.padEnd(columns.age)}  `;
    return [`${lead}${first}`, ...more.map((line) => `${' '.repeat(lead.length)}${line}`)].join('\n').trimEnd();
  });
  return `${[
    name,
    id,
    '',
    `${'Size'.padStart(columns.size)}  ${'Created'.padEnd(columns.age)}  Instruction, newest first`,
    ...rows,
    '',
    `${formatBytes(total).padStart(columns.size)}  in ${formatCount(layers.length - empty, 'layer')}; ${formatCount(empty, 'step')} without content`,
  ].join('\n')}\n`;
}

/** Control characters would disturb the document; long commands go on at `&&`, as people write them. */
function instructionLines(layer: Layer): string[] {
  const clean = instructionOf(layer).replaceAll(/[^\P{Cc}\n\t]/gu, '');
  return clean
    .split('\n')
    .flatMap((line) =>
      line
        .trim()
        .replaceAll(/[\t ]+/gu, ' ')
        .split(/(?<= && )/u),
    )
    .map((line, index) => (index === 0 ? line : `  ${line}`).trimEnd())
    .filter((line) => line !== '');
}
