import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from '../error.ts';
import type { BuildOptions, BuildStep } from './build.ts';
import { outlineDockerfile, type DockerfileOutline } from './dockerfile.ts';
import { lineOfQuoted, lineOfStep, namedLine } from './locate.ts';

export interface FailedBuild {
  /** What the engine says at the end. */
  readonly message: string;
  readonly steps: Iterable<BuildStep>;
  /** The Dockerfile's text. */
  readonly dockerfile: string;
  readonly options: Pick<BuildOptions, 'context'>;
}

/** Makes an error that points to the Dockerfile's line, of what the engine says and of the step that failed. */
export async function buildFailure(failure: FailedBuild): Promise<BuildError> {
  const failed = [...failure.steps].find(({ state }) => state === 'failed');
  const outline = outlineDockerfile(failure.dockerfile);
  const message = essence(failure.message);
  const line = namedLine(message) ?? (failed ? lineOfStep(failed.name, outline) : lineOfQuoted(message, outline));
  const hint =
    hintFor({ message, step: failed?.name ?? '', line, outline }) ?? (await hintForMissing(message, failure));
  const at = hint?.line ?? line;
  return new BuildError(hint ? `${message}\n${hint.text}` : message, {
    ...(failed && { step: failed.name }),
    ...(at !== undefined && { line: at }),
    cause: failure.message,
  });
}

/** Without the layers of the builder that the error went through. */
function essence(message: string): string {
  return message.replace(/^(?:failed to solve(?: with frontend [\w.-]+)?: |failed to create LLB definition: )+/, '');
}

interface Clues {
  readonly message: string;
  readonly step: string;
  readonly line: number | undefined;
  readonly outline: DockerfileOutline;
}

/** What the engine's words leave unsaid. */
function hintFor({ line, message, outline, step }: Clues): { text: string; line?: number } | undefined {
  const { syntax } = outline;
  if (
    syntax &&
    /^resolve image config for |frontend/.test(step) &&
    step.includes(syntax.image.replace(/^docker\.io\//, ''))
  )
    return {
      text: `The Dockerfile's "# syntax=${syntax.image}" asks for a frontend image that cannot be pulled. Connect to its registry, or remove that line.`,
      line: syntax.line,
    };
  const inHeredoc = outline.heredocs.find(({ end, start }) => line !== undefined && line >= start && line <= end);
  if (inHeredoc && /unknown instruction|parse error/i.test(message))
    return {
      text: 'This engine\'s builder knows no heredocs (<<). Put "# syntax=docker/dockerfile:1" on the first line, or use an engine from version 23 on.',
    };
  return undefined;
}

/** A file that is there but that the builder does not see is left out by an ignore file. */
async function hintForMissing(
  message: string,
  { options }: FailedBuild,
): Promise<{ text: string; line?: number } | undefined> {
  const path = /"\/?([^"]+)"?:? not found/.exec(message)?.[1];
  if (path === undefined || !(await stat(join(options.context, path)).catch(() => undefined))) return undefined;
  return { text: `"${path}" is in the build context's folder, but .dockerignore leaves it out.` };
}
