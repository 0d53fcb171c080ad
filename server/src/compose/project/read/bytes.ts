const powers: Readonly<Record<string, number>> = { '': 0, b: 0, k: 1, m: 2, g: 3, t: 4, p: 5 };

/** A size in bytes: `512m`, `1.5 GiB`; `undefined` for what is none. Units are powers of 1,024 (go-units, RAMInBytes). */
export function bytes(text: string): number | undefined {
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?$/i.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  return Math.trunc(Number(number) * 1024 ** (powers[unit.toLowerCase()] ?? 0));
}
