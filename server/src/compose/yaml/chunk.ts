import { Composer, Parser } from 'yaml';
import { Converter } from './convert.ts';
import type { Alias, Anchored, Place, YamlNode } from './node.ts';
import { explain, type RelativeError, withoutEchoes } from './problem.ts';

/** A run of whole lines that was parsed by itself, so that an edit elsewhere costs it nothing. */
export interface Chunk {
  readonly text: string;
  readonly place: Place;
  /** `undefined` when there is nothing but blank lines and comments. */
  readonly root: YamlNode | undefined;
  /** Offsets from the start of `place`. */
  readonly errors: readonly RelativeError[];
  /** In the order of the text. */
  readonly anchors: readonly Anchored[];
  readonly aliases: readonly Alias[];
}

/** Reads one chunk; never throws. Nodes and errors count from the start of the chunk. */
export function parseChunk(text: string, start: number): Chunk {
  const place: Place = { start, text };
  const composer = new Composer({
    // Every scalar stays text: what it stands for is decided by ./scalar.ts, as compose does it.
    schema: 'failsafe',
    resolveKnownTags: false,
    // Duplicates are a rule of ours, which names both lines.
    uniqueKeys: false,
    keepSourceTokens: true,
  });
  try {
    const [document] = composer.compose(new Parser().parse(text), true, text.length);
    const converter = new Converter(text, place);
    const root = document?.contents ? converter.convert(document.contents) : undefined;
    const found = (document?.errors ?? []).filter(({ pos }) => !converter.repaired.has(pos[0]));
    const errors = [...converter.errors, ...found.flatMap((error) => explain(error, text))];
    return {
      text,
      place,
      root: root?.kind === 'scalar' && root.style === 'missing' && !root.anchor ? undefined : root,
      errors: withoutEchoes(errors, text),
      anchors: converter.anchors,
      aliases: converter.aliases,
    };
  } catch (error) {
    // The parser recurses: a few thousand brackets in each other exhaust the stack.
    const message =
      error instanceof RangeError ? 'This is nested too deeply to be read.' : 'This cannot be read as YAML.';
    return {
      text,
      place,
      root: undefined,
      errors: [{ from: 0, to: text.trimEnd().length, message }],
      anchors: [],
      aliases: [],
    };
  }
}
