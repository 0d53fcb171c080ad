import type { ArgOutline, DockerfileOutline } from '../../protocol/requests.ts';
import type { DockerfileDocument } from '../document.ts';
import type { Assignment } from '../model/assignments.ts';

/** What a build can be asked for: the stages, and the arguments with their defaults. */
export function provideOutline({ stages: all, text }: DockerfileDocument): DockerfileOutline {
  const named = all.filter(({ from }) => from !== undefined);
  return {
    stages: named.map(({ from, image, name }) => ({
      ...(name === undefined ? {} : { name: name.text }),
      base: image?.text ?? '',
      line: from?.startLine ?? 0,
    })),
    args: all.flatMap((stage) => {
      const place = stage.from === undefined ? {} : { stage: named.indexOf(stage) };
      const assignments = stage.steps.filter(({ name }) => name === 'ARG').flatMap((step) => step.assignments);
      return assignments.map((assignment) => argOutline(assignment, text.positionAt(assignment.start).line, place));
    }),
  };
}

function argOutline({ name, value }: Assignment, line: number, place: { stage?: number }): ArgOutline {
  return { name, line, ...place, ...(value === undefined ? {} : { default: unquoted(value) }) };
}

/** A value without the quotes around the whole of it. */
function unquoted(value: string): string {
  return /^(["'])(.*)\1$/su.exec(value)?.[2] ?? value;
}
