import { absolutePath } from '../../project/paths.ts';
import { type Mount, volumes } from '../../project/read/volumes.ts';
import { projectRule } from '../projectRule.ts';

export const bindSource = projectRule({
  id: 'bind-source',
  summary: 'Mount what is there',
  rationale:
    'Where the source of a bind mount is missing, the engine makes an empty folder of that name, owned by root. Where a file was meant, the container finds a folder in its place, and often does not start. For a missing folder this is a hint: it may be meant to be made. Absolute paths are not looked at, they may be another machine’s.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx:1.27\n    volumes: ["./ngnix.conf:/etc/nginx/nginx.conf:ro"]\n',
      'services:\n  db:\n    image: postgres:17\n    volumes: ["./data:/var/lib/postgresql/data"]\n',
    ],
    good: ['services:\n  web:\n    image: nginx:1.27\n    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]\n'],
    around: { 'nginx.conf': '' },
  },
  *check(project, { disk }) {
    for (const service of project.services.values())
      for (const mount of volumes(service)) {
        const { type, source, fault } = mount;
        if (type !== 'bind' || !source?.text.startsWith('.') || fault) continue;
        const path = absolutePath(source, mount.item.origin);
        if (path === undefined || disk.kind(path) !== 'missing') continue;
        if (!isMade(mount)) yield { at: source, message: `There is no \`${source.text}\`, and it is not to be made.` };
        else if (isFile(mount))
          yield {
            at: source,
            message: `There is no file \`${source.text}\`: the engine would make a folder of this name.`,
          };
        else
          yield {
            at: source,
            message: `There is no \`${source.text}\`: the engine will make it as an empty folder.`,
            severity: 'style',
          };
      }
  },
});

/** Whether the engine makes the source where it is missing: always in the short form. */
function isMade({ item }: Mount): boolean {
  return item.kind !== 'mapping' || item.mapping('bind')?.scalar('create_host_path')?.value !== false;
}

/** A file, by the name that it has in the container. */
function isFile({ target, source }: Mount): boolean {
  const [inside = '', outside = ''] = [target, source].map((piece) => piece?.text ?? '');
  return !outside.endsWith('/') && /[^/.][^/]*\.(?!d$)\w{1,8}$/.test(inside);
}
