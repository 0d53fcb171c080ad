import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../server/src/dockerfile/document.ts';
import type { Script } from '../../server/src/shell/script.ts';
import { dockerfile } from './dockerfileRule.ts';

export function documentOf(text: string): DockerfileDocument {
  return new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
}

interface Meaning {
  readonly [key: string]: unknown;
  readonly steps: readonly { readonly commands: readonly string[][] | undefined }[];
}

/** What two texts say, to be compared: what their shells read is left out where the parser is sure of one of them only. */
export function meaningsOf(one: string, other: string): readonly [Meaning, Meaning] {
  const [a, b] = [meaningOf(one), meaningOf(other)];
  return [readInBoth(a, b), readInBoth(b, a)];
}

function readInBoth(meaning: Meaning, other: Meaning): Meaning {
  const steps = meaning.steps.map((step, i) => {
    const commands = other.steps[i]?.commands === undefined ? undefined : step.commands;
    return Object.assign({}, step, { commands });
  });
  return { ...meaning, steps };
}

/**
 * What a Dockerfile says, without how it is laid out: its directives and comments, and of each instruction the name, the
 * flags, the words, here-documents, strings of the JSON form and assignments, and the commands that its shell reads.
 */
function meaningOf(text: string): Meaning {
  const file = dockerfile(text);
  const { comments, head, escape } = file.document.parsed;
  return {
    escape,
    comments: comments.map((comment) => comment.text),
    head: head.map((directive) => directive.text),
    steps: Array.from(file.steps({ onbuild: true }), (step) => ({
      name: step.name,
      flags: step.flags.map((flag) => flag.text),
      json: step.json?.map((word) => word.text),
      words: caseless(
        step.name,
        step.words.map((word) => word.text),
      ),
      // Where blanks belong to the value.
      whole: wholeValue(step.name, step.argument.text),
      assignments: /^(ENV|ARG|LABEL)$/.test(step.name) ? step.assignments.map(({ name, value }) => [name, value]) : [],
      heredocs: step.heredocs.map(({ name, body }) => [name, text.slice(body.start, body.end)]),
      commands: commandsOf(file.script(step)),
    })),
  };
}

/** Of a text that is no shell text, what the parser makes of it says nothing. */
function commandsOf(script: Script | undefined): string[][] | undefined {
  if (script === undefined || script.hasError) return undefined;
  return script.commands.map(({ name, args }) => {
    const words = [name, ...args].map((word) => word.text);
    // The grammar is not sure where a word with backticks begins.
    return words.some((word) => word.includes('`')) ? [plain(words.join(''))] : words.map(plain);
  });
}

/** The keywords among the words of an instruction, which may be written in either case. */
function caseless(name: string, words: readonly string[]): string[] {
  const at = name === 'FROM' ? 1 : name === 'ONBUILD' || name === 'HEALTHCHECK' ? 0 : -1;
  return words.map((word, i) =>
    i === at || (name === 'ONBUILD' && /^(cmd|none)$/i.test(word)) ? word.toUpperCase() : word,
  );
}

/** A word with a command or a list in it, or a lone `$` to the grammar, has blanks that divide words; a command itself is compared on its own. */
function plain(word: string): string {
  return /[(`]|\$\s/.test(word) ? word.replaceAll(/\s|\\\r?\n/g, '') : word;
}

function wholeValue(name: string, argument: string): string | undefined {
  const legacy = /^(ENV|LABEL)$/.test(name) && !/^\S*=/.test(argument);
  return legacy || /^(WORKDIR|USER|STOPSIGNAL|MAINTAINER)$/.test(name) ? argument : undefined;
}
