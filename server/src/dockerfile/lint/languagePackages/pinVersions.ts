import type { Finding } from '../../../lint/rule.ts';
import type { Word } from '../../../shell/script.ts';
import type { DockerfileFile } from '../file.ts';
import { installs, type PackageManager } from './packageManager.ts';

/** A finding for each command that installs packages without a version; it stands on the first of them. */
export function* unpinned(file: DockerfileFile, manager: PackageManager): Iterable<Finding> {
  for (const install of installs(file, manager)) {
    if (manager.isFixedElsewhere(install)) continue;
    const loose = install.packages.filter((word) => !isUnknown(word) && !manager.isFixed(word.text));
    const [first, ...others] = loose;
    if (first === undefined) continue;
    yield {
      range: file.range(first),
      subject: file.range(install.use.command),
      message: `Pin the version of ${loose.map(({ text }) => text).join(', ')}: ${manager.form}.`,
      ...(!install.upstream && { codes: [] }),
      ...(others.length > 0 && {
        related: others.map((word) => ({ range: file.range(word), message: `${word.text} has no version either` })),
      }),
    };
  }
}

/** What a variable or another command holds may well have a version. */
function isUnknown({ text, literal }: Word): boolean {
  return !literal && /^["']?[$`]/.test(text);
}
