import { type EnvFile, readEnvFile, readRawEnvFile } from '../../interpolation/dotenv.ts';
import type { ScalarValue } from '../../project/model.ts';
import { pathOf } from '../../project/paths.ts';
import { envFiles, labelFiles } from '../../project/read/envFiles.ts';
import type { ComposeFile } from '../file.ts';
import type { Found } from '../found.ts';
import { projectRule } from '../projectRule.ts';

export const envFile = projectRule({
  id: 'env-file',
  summary: 'Name env files that are there and can be read',
  rationale:
    'Compose reads the files under `env_file` and `label_file` of every service that runs, and `.env` beside the first compose file. It stops when one is missing (unless `required: false` is said), when its `format` is neither empty nor `raw`, and at a line that it cannot read.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    env_file: none.env\n',
      'services:\n  web:\n    image: nginx\n    env_file:\n      - path: wrong.env\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    env_file:\n      - right.env\n      - path: none.env\n        required: false\n',
    ],
    around: { 'right.env': 'MODE=dev\n', 'wrong.env': 'MODE="dev\n' },
  },
  *check(project, file) {
    const { document } = file;
    if (document === project.main)
      for (const { path, errors } of project.environment.files)
        for (const error of errors.slice(0, 1)) {
          const text = file.disk.text(path) ?? '';
          const end = document.content.search(/\r?\n|$/);
          yield { at: { document, start: 0, end }, message: inFile(path, text, error) };
        }
    for (const service of project.services.values()) {
      if (!service.enabled) continue;
      for (const { path, required, format } of envFiles(service)) {
        if (format?.known === true && !['', '.env', 'raw'].includes(format.text))
          yield { at: format, message: `Compose knows no format \`${format.text}\` of env files, only \`raw\`.` };
        else yield* problemsOf(path, { file, required, read: format?.text === 'raw' ? readRawEnvFile : readEnvFile });
      }
      for (const path of labelFiles(service)) yield* problemsOf(path, { file, required: true, read: readEnvFile });
    }
  },
});

function* problemsOf(
  at: ScalarValue,
  {
    file: { disk, project },
    required,
    read,
  }: {
    readonly file: ComposeFile;
    readonly required: boolean;
    readonly read: typeof readEnvFile;
  },
): Iterable<Found> {
  const path = pathOf(at);
  if (path === undefined) return;
  const kind = disk.kind(path);
  if (kind === 'missing' && required) yield { at, message: `There is no file \`${at.text}\`.` };
  if (kind === 'folder') yield { at, message: `\`${at.text}\` is a folder, not a file.` };
  if (kind !== 'file') return;
  const text = disk.text(path) ?? '';
  const { errors }: EnvFile = read(text, project.environment.get);
  for (const error of errors.slice(0, 1)) yield { at, message: inFile(path, text, error) };
}

function inFile(
  path: string,
  text: string,
  { start, message }: { readonly start: number; readonly message: string },
): string {
  const line = text.slice(0, start).split('\n').length;
  return `Line ${line} of \`${path.slice(path.lastIndexOf('/') + 1)}\` cannot be read: ${message}`;
}
