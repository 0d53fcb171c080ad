import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the package.json above `folder` (`dist/` or `server/src/`); `0.0.0` when the bundle stands alone. */
export function version(folder: string): string {
  for (const up of ['..', '../..', '../../..']) {
    try {
      const { version } = JSON.parse(readFileSync(join(folder, up, 'package.json'), 'utf8')) as { version?: unknown };
      if (typeof version === 'string') return version;
    } catch {
      // not here, or not a package
    }
  }
  return '0.0.0';
}
