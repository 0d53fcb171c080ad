/** One entry of a tar archive; a `link` makes it a symbolic link, no `data` a folder. */
export interface TarEntry {
  readonly path: string;
  readonly data?: Uint8Array | string;
  readonly link?: string;
  readonly mode?: number;
}

/** Packs a ustar archive. Paths of up to 100 bytes. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const data = Buffer.from(entry.data ?? '');
    return [header(entry, data.length), data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function header(entry: TarEntry, size: number): Buffer {
  const block = Buffer.alloc(512);
  const type = entry.link === undefined ? (entry.data === undefined ? '5' : '0') : '2';
  block.write(entry.path, 0, 100);
  block.write(octal(entry.mode ?? 0o755, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(0, 11), 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write(entry.link ?? '', 157, 100);
  block.write('ustar\u000000', 257, 'latin1');
  block.write(
    octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    ) + '\u0000 ',
    148,
    'latin1',
  );
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
