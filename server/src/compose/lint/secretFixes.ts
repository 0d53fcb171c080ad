import { readEnvFile } from '../interpolation/dotenv.ts';
import { Origin, type Piece } from '../project/model.ts';
import type { Pair } from '../project/read/pairs.ts';
import type { Project } from '../project/project.ts';
import type { Service } from '../project/service.ts';
import { knownImage } from '../completion/images.data.ts';
import type { ComposeFile } from './file.ts';
import type { Found, FoundFileFix, FoundFix } from './found.ts';
import { addToSection, addToService } from './insertion.ts';

/** A secret that a file says, with the variable that a container gets it in. */
export interface LiteralSecret {
  readonly pair: Pair;
  /** The value without quotes around it. */
  readonly value: Piece;
  readonly service: Service;
}

/** Official images that read `NAME_FILE` in the place of these. */
const readsFile =
  /^(?:POSTGRES_(?:PASSWORD|USER|DB)|MYSQL_(?:ROOT_)?PASSWORD|MARIADB_(?:ROOT_)?PASSWORD|MONGO_INITDB_ROOT_PASSWORD|WORDPRESS_(?:DB_PASSWORD|[A-Z_]+_(?:KEY|SALT))|DOCKER_INFLUXDB_INIT_PASSWORD|MINIO_ROOT_PASSWORD)$/;

/** The ways out of a file for a secret: a variable that whoever runs it sets, `.env`, and a secret in a file. None is safe. */
export function secretFixes(
  { project, disk }: Pick<ComposeFile, 'project' | 'disk'>,
  secret: LiteralSecret,
): Pick<Found, 'fix' | 'elsewhere' | 'alternatives'> {
  const { pair, value } = secret;
  if (!/^\w+$/.test(pair.key) || isBlock(pair)) return {};
  const fix: FoundFix = {
    title: `Read ${pair.key} from the environment`,
    edits: [{ at: value, text: reference(pair, pair.key) }],
    safe: false,
  };
  const mounted = secretInstead(secret);
  const moved = moveToEnvFile({ project, disk }, { pair, value });
  return { fix, ...(mounted && { alternatives: [mounted] }), ...(moved && { elsewhere: [moved] }) };
}

/** A variable that must be set; in quotes where its brace would end others. */
function reference({ item }: Pair, name: string): string {
  const text = `\${${name}:?}`;
  const { node } = item.origin;
  const plain = node.kind === 'scalar' && node.style === 'plain';
  const around = node.parent?.kind === 'entry' ? node.parent.parent : node.parent;
  // Of an item of a list only a part is replaced, and quotes cannot be around that.
  return plain && around?.flow === true && around.kind === 'mapping' ? `"${text}"` : text;
}

function isBlock({ item: { origin } }: Pair): boolean {
  const { node } = origin;
  const inFlowList = node.parent?.kind === 'sequence' && node.parent.flow;
  return (
    node.kind !== 'scalar' ||
    node.style === 'literal' ||
    node.style === 'folded' ||
    (inFlowList && node.style === 'plain')
  );
}

/** The value goes into the `.env` of the project, which is not for the repository; `undefined` where that says it otherwise. */
function moveToEnvFile(
  { project, disk }: { readonly project: Project; readonly disk: ComposeFile['disk'] },
  { pair, value }: Pick<LiteralSecret, 'pair' | 'value'>,
): FoundFileFix | undefined {
  if (project.folder === '' || /['\n\r]/.test(value.text)) return undefined;
  const path = `${project.folder.replace(/[\\/]$/, '')}/.env`;
  const text = disk.text(path);
  if (text === undefined) return undefined;
  const own = [{ at: value, text: reference(pair, pair.key) }];
  const known = readEnvFile(text ?? '', () => undefined).entries.filter(({ name }) => name === pair.key);
  if (known.length > 0) return undefined;
  const lines = (text ?? '').split('\n');
  const last = lines.at(-1) ?? '';
  const end = { line: lines.length - 1, character: last.length };
  const written = /^[\w./:@%+-]+$/.test(value.text) ? value.text : `'${value.text}'`;
  const newText = `${last === '' ? '' : '\n'}${pair.key}=${written}\n`;
  return {
    title: `Move ${pair.key} to .env`,
    path,
    edits: [{ range: { start: end, end }, newText }],
    ...(text === null && { create: true }),
    own,
  };
}

/** The image reads the secret from a file, which compose fills from a variable. */
function secretInstead({ pair, service }: LiteralSecret): FoundFix | undefined {
  const { value, at } = service;
  const image = value.text('image');
  if (image === undefined || !knownImage(image) || !readsFile.test(pair.key) || value.has('secrets')) return undefined;
  if (!(at instanceof Origin) || at.document !== pair.item.document) return undefined;
  const name = pair.key.toLowerCase();
  const granted = addToService(service, ['secrets:', `  - ${name}`]);
  const defined = addToSection(at.document, {
    section: 'secrets',
    lines: [`${name}:`, `  environment: ${pair.key}`],
    offset: at.start,
  });
  const { item } = pair;
  if (!granted || !defined || item.kind !== 'scalar') return undefined;
  const file = `/run/secrets/${name}`;
  const { node } = item.origin;
  const renamed =
    node.parent?.kind === 'sequence'
      ? [{ at: item.part(0), text: `${pair.key}_FILE=${file}` }]
      : [
          { at: pair.at, text: `${pair.key}_FILE` },
          { at: item.part(0), text: file },
        ];
  return { title: `Give ${pair.key} as a secret`, edits: [...renamed, granted, defined], safe: false };
}
