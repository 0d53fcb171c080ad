import { code, fenced } from '../../markdown.ts';
import type { DockerfileDocument } from '../document.ts';
import { chain, type Stage } from '../model/stage.ts';
import { joined } from './instructions.ts';

/** A stage: what it is built on, what it does, who uses it. */
export function stageHelp(document: DockerfileDocument, stage: Stage): string {
  const { from, steps } = stage;
  const bases = chain(stage).slice(1);
  const outermost = bases.at(-1) ?? stage;
  const on = bases.map(({ name }) => code(name?.text ?? '')).join(', then ');
  const image = outermost.base ?? outermost.image?.text ?? '';
  return joined(
    from ? fenced('dockerfile', document.content.slice(from.start, from.end)) : '',
    bases.length > 0 ? `Continues ${on}; the image below is ${code(image)}.` : '',
    steps.length === 0 ? 'It has no instructions of its own.' : `${counted(steps.map(({ name }) => name))}.`,
    users(document, stage),
  );
}

/** `COPY`, `RUN` ×3, in the order of their first appearance. */
function counted(names: readonly string[]): string {
  return [...new Set(names)]
    .map((name) => {
      const count = names.filter((other) => other === name).length;
      return `${code(name)}${count === 1 ? '' : ` ×${String(count)}`}`;
    })
    .join(', ');
}

const kinds = { from: 'FROM', copy: 'COPY --from', mount: 'RUN --mount' } as const;

function users({ references, stages, text }: DockerfileDocument, stage: Stage): string {
  const uses = references
    .filter((reference) => reference.stage === stage)
    .map(({ kind, start }) => `${code(kinds[kind])} in line ${String(text.positionAt(start).line + 1)}`);
  const last = stages.at(-1) === stage ? 'The last stage: a build without `--target` gives this one.' : '';
  if (uses.length > 0) return joined(`Used by ${uses.join(', ')}.`, last);
  return last === '' ? 'No other stage uses it.' : last;
}
