import type { Rule } from '../../../lint/rule.ts';
import { checkValue, readIgnore, readPragma } from '../../../lint/directives.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const definitionDescription: Rule<DockerfileFile> = {
  id: 'definition-description',
  summary: 'Begin the description of a stage or argument with its name',
  rationale: `\`docker build --call=outline\` and \`--call=targets\` show the comment directly above an \`ARG\` or a named \`FROM\` as its
description, when it begins with the name: \`# build compiles the program\`. A comment that is meant for something else
needs an empty line after it.

Experimental in BuildKit, and off by default here, too: \`# check=experimental=InvalidDefinitionDescription\` at the head of
the file switches it on, and so does the setting. As in BuildKit, \`skip\` at the head does not switch it off again. Ignore
comments are not taken for descriptions.`,
  severity: 'off',
  codes: ['InvalidDefinitionDescription'],
  examples: {
    bad: [
      'FROM golang:1.23 AS test\n\n# compiles the program\nFROM golang:1.23 AS build\n',
      'FROM golang:1.23\n# which version to say\nARG VERSION=dev\n',
    ],
    good: [
      'FROM golang:1.23 AS test\n\n# build compiles the program\nFROM golang:1.23 AS build\n',
      '# Our tools.\n\nFROM golang:1.23 AS build\n',
      'FROM golang:1.23\n# VERSION is what --version says\nARG VERSION=dev\n',
    ],
  },
  *check(file) {
    const comments = new Map(file.document.parsed.comments.map((comment) => [comment.line, comment]));
    for (const step of file.steps()) {
      const names = namesOf(step);
      const comment = comments.get(step.startLine - 1);
      if (names.length === 0 || comment === undefined || comment.text === '' || isPragma(file, comment)) continue;
      if (names.includes(comment.text.split(' ')[0] ?? '')) continue;
      const position = { line: step.startLine, character: 0 };
      yield {
        range: file.range(step.keyword),
        message: `The comment above does not describe ${names.join(' or ')}: it does not begin with ${names.length === 1 ? 'that name' : 'one of these names'}.`,
        related: [{ range: lineRange(file, comment.line), message: 'This comment' }],
        fix: {
          title: 'Put an empty line after the comment',
          edits: [{ range: { start: position, end: position }, newText: file.eol }],
          safe: true,
        },
      };
    }
  },
};

/** The names that the description of a step may begin with. */
function namesOf(step: Step): string[] {
  if (step.name === 'ARG') return step.assignments.map(({ name }) => name);
  const name = step.name === 'FROM' ? step.stage.name?.text : undefined;
  return name === undefined ? [] : [name];
}

function isPragma(file: DockerfileFile, comment: { readonly line: number; readonly text: string }): boolean {
  return (
    file.document.parsed.head.some(({ line }) => line === comment.line) ||
    checkValue(comment.text) !== undefined ||
    readPragma(comment.text) !== undefined ||
    readIgnore(comment.text) !== undefined
  );
}

function lineRange({ document: { text } }: DockerfileFile, line: number): { start: Position; end: Position } {
  const written = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return {
    start: { line, character: Math.max(written.search(/\S/), 0) },
    end: { line, character: written.trimEnd().length },
  };
}

interface Position {
  readonly line: number;
  readonly character: number;
}
