import type { Rule } from '../../../lint/rule.ts';
import type { Stage } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';
import { freeStageName, renameStage } from '../renameStage.ts';

export const uniqueStageName: Rule<DockerfileFile> = {
  id: 'unique-stage-name',
  summary: 'Give every stage a name of its own',
  rationale: `Of two stages with the same name, \`COPY --from\` and \`--target\` find one only, and which one is easily mistaken.

BuildKit compares names without regard to case; hadolint reports those that are spelled alike.`,
  severity: 'error',
  codes: ['DL3024', 'DuplicateStageName'],
  examples: {
    bad: ['FROM golang:1.23 AS build\nFROM node:22 AS build\n', 'FROM golang:1.23 AS build\nFROM node:22 AS Build\n'],
    good: ['FROM golang:1.23 AS build-server\nFROM node:22 AS build-client\n'],
  },
  *check(file) {
    const first = new Map<string, Stage>();
    const spellings = new Set<string>();
    for (const stage of file.stages) {
      const { name } = stage;
      if (name === undefined) continue;
      const earlier = first.get(name.text.toLowerCase());
      const spelled = spellings.has(name.text);
      spellings.add(name.text);
      if (earlier?.name === undefined) {
        first.set(name.text.toLowerCase(), stage);
        continue;
      }
      const free = freeStageName(file, name.text);
      yield {
        range: file.range(name),
        message: `Another stage is named ${name.text} already. Give this one a name of its own.`,
        codes: spelled ? ['DL3024', 'DuplicateStageName'] : ['DuplicateStageName'],
        ...(!spelled && { severity: 'warning' }),
        related: [{ range: file.range(earlier.name), message: 'The stage that has the name' }],
        fix: { title: `Rename to ${free}`, edits: renameStage(file, stage, free), safe: false },
      };
    }
  },
};
