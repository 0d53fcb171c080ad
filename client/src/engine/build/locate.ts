import type { DockerfileOutline, Instruction, Stage } from './dockerfile.ts';

/**
 * A line that the message itself names: `dockerfile parse error line 2:` and, of newer engines, `dockerfile parse error
 * on line 2:` or `Dockerfile:12`.
 */
export function namedLine(message: string): number | undefined {
  const match =
    /parse error (?:on )?line (\d+)/i.exec(message) ?? /^\s*\S*(?:Docker|Container)file\S*:(\d+)\s*$/im.exec(message);
  return match ? Number(match[1]) : undefined;
}

/**
 * The line of the instruction that a step carries out. BuildKit names steps `[stage 2/5] RUN …`, with `stage-1` for the
 * second stage when it has no name, none when the only one has none, and variables in the instruction replaced.
 */
export function lineOfStep(name: string, outline: DockerfileOutline): number | undefined {
  const metadata = /^\[internal\] load metadata for (\S+)$/.exec(name);
  if (metadata) return lineOfBase(metadata[1] ?? '', outline.stages);
  const match = /^\[(?:(.*?) +)?(\d+)\/\d+\] (.*)$/s.exec(name);
  if (!match) return lineOfSource(name, outline.stages);
  const [, prefix = '', number, text = ''] = match;
  const stage = stageNamed(prefix.split(' ').at(-1) ?? '', outline.stages);
  if (!stage) return undefined;
  const counted = countedInstructions(stage, outline.stages);
  const keyword = /^\S*/.exec(text)?.[0].toUpperCase();
  const byNumber = counted[Number(number) - 1];
  // ONBUILD instructions of the base image count too and are not in this file: then the words must do.
  const found =
    byNumber?.keyword === keyword
      ? byNumber
      : mostAlike(
          text,
          counted.filter((one) => one.keyword === keyword),
        );
  return found?.line;
}

function stageNamed(name: string, stages: readonly Stage[]): Stage | undefined {
  const named = stages.find((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  if (named) return named;
  const number = /^stage-(\d+)$/.exec(name)?.[1];
  return number === undefined ? stages.at(-1) : stages[Number(number)];
}

/** A stage's steps: `FROM` (not of `scratch` or of another stage), and what makes a layer. */
function countedInstructions(stage: Stage, stages: readonly Stage[]): readonly Instruction[] {
  const isStage = stages.some(({ name }) => name?.toLowerCase() === stage.base.toLowerCase());
  const layers = stage.instructions.filter(({ keyword }) => ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword));
  return stage.base === 'scratch' || isStage ? layers : [stage.from, ...layers];
}

function mostAlike(text: string, candidates: readonly Instruction[]): Instruction | undefined {
  const words = new Set(text.split(/\s+/));
  const likeness = (one: Instruction): number => one.text.split(/\s+/).filter((word) => words.has(word)).length;
  return candidates.toSorted((a, b) => likeness(b) - likeness(a))[0];
}

function shortName(image: string): string {
  return image.replace(/^docker\.io\/(library\/)?/, '').replace(/:latest$/, '');
}

/** `docker.io/library/alpine:latest` is what `FROM alpine` means; a base with variables is taken when it is the only one. */
function lineOfBase(image: string, stages: readonly Stage[]): number | undefined {
  const short = shortName(image);
  const stage =
    stages.find(({ base }) => base === image || shortName(base) === short) ??
    single(stages.filter(({ base }) => base.includes('$')));
  return stage?.from.line;
}

/** What an instruction takes from elsewhere is a step of its own: `ADD`'s address, the image of `COPY --from`. */
function lineOfSource(name: string, stages: readonly Stage[]): number | undefined {
  const image = /^(?:FROM|resolve image config for) (\S+)$/.exec(name)?.[1];
  const sources =
    image === undefined ? [name] : [`--from=${image}`, `--from=${shortName(image)}`, `from=${shortName(image)}`];
  const instructions = stages.flatMap((stage) => stage.instructions);
  return instructions.find(({ text }) => sources.some((source) => text.includes(source)))?.line;
}

function single<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** The line of the only instruction that has one of the message's quoted words, for errors without a step. */
export function lineOfQuoted(message: string, outline: DockerfileOutline): number | undefined {
  const quoted = [...message.matchAll(/"((?:[^"\\]|\\.)+)"|: (\S+)$/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replaceAll('\\', ''),
  );
  for (const word of quoted) {
    const instructions = outline.stages.flatMap((stage) => [stage.from, ...stage.instructions]);
    const found = single(instructions.filter(({ text }) => text.includes(word)));
    if (found) return found.line;
  }
  return undefined;
}
