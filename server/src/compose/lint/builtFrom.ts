import type { DockerfileOutline, StageOutline } from '../../protocol/requests.ts';
import type { Located, ScalarValue } from '../project/model.ts';
import { absolutePath, pathOf } from '../project/paths.ts';
import { type Build, buildOf } from '../project/read/build.ts';
import type { Service } from '../project/service.ts';
import type { ComposeFile } from './file.ts';

/** Where a service is built from, as far as that is on this disk. Paths are absolute. */
export interface BuildPlace {
  readonly build: Build;
  readonly context: string;
  /** What names the context: its path, or the key of the build that does not name one. */
  readonly contextAt: Located;
  /** Absent where the Dockerfile stands in the compose file. */
  readonly dockerfile?: string;
  readonly dockerfileAt: Located;
}

/** `undefined` for a service that is not built, or from another place: a repository, another image, a variable's. */
export function buildPlace(service: Pick<Service, 'value'>): BuildPlace | undefined {
  const build = buildOf(service);
  if (!build) return undefined;
  const { value } = build;
  const written = value.kind === 'scalar' ? value : value.kind === 'mapping' ? value.scalar('context') : undefined;
  const name = value.kind === 'mapping' ? value.scalar('dockerfile') : undefined;
  if ([written, name].some((each) => each && isElsewhere(each))) return undefined;
  const context = written ? pathOf(written) : absolutePath({ text: '.', known: true }, value.origin);
  if (context === undefined) return undefined;
  const contextAt = written ?? value;
  if (build.inline) return { build, context, contextAt, dockerfileAt: build.inline };
  const { scope } = value.origin;
  const dockerfile = absolutePath(name ?? { text: 'Dockerfile', known: true }, { folder: context, scope });
  return dockerfile === undefined
    ? undefined
    : { build, context, contextAt, dockerfile, dockerfileAt: name ?? contextAt };
}

function isElsewhere({ text, known }: ScalarValue): boolean {
  return !known || /^[\w+.-]+:\/\/|^[\w.-]+@|^github\.com\/|\.git(?:#|$)|^[a-z][\w+.-]+:[^\\]/i.test(text);
}

/** What a service is built from, once its Dockerfile was read. */
export interface BuiltFrom extends BuildPlace {
  readonly outline: DockerfileOutline;
  /** The stage that is built and those that it continues, the nearest first; empty for a target that is not there, or not known. */
  readonly stages: readonly StageOutline[];
}

export function builtFrom(service: Service, file: ComposeFile): BuiltFrom | undefined {
  const place = buildPlace(service);
  if (!place) return undefined;
  const { build, dockerfile } = place;
  const { inline } = build;
  const outline =
    dockerfile === undefined
      ? inline?.known === true
        ? file.readDockerfile(`${place.context}/${service.name}.Dockerfile`, inline.text)
        : undefined
      : file.dockerfile(dockerfile);
  return outline && { ...place, outline, stages: stagesOf(outline, build) };
}

function stagesOf({ stages }: DockerfileOutline, { target }: Build): StageOutline[] {
  if (target?.known === false) return [];
  const wanted = target?.text.toLowerCase() ?? '';
  let stage =
    wanted === ''
      ? stages.at(-1)
      : (stages.find(({ name }) => name?.toLowerCase() === wanted) ??
        (/^\d+$/.test(wanted) ? stages[Number(wanted)] : undefined));
  const chain: StageOutline[] = [];
  for (; stage && chain.length < stages.length; stage = stage.parent === undefined ? undefined : stages[stage.parent])
    chain.push(stage);
  return chain;
}
