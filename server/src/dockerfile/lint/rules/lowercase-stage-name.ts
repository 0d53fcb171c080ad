import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { renameStage } from '../renameStage.ts';

export const lowercaseStageName: Rule<DockerfileFile> = {
  id: 'lowercase-stage-name',
  summary: 'Write stage names in lower case',
  rationale: `Stage names are compared without regard to case. Written in lower case they look like what they are beside the
upper-case instructions, and the same everywhere they are used.`,
  severity: 'warning',
  codes: ['StageNameCasing'],
  examples: {
    bad: ['FROM golang:1.23 AS Build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=Build /app /app\n'],
    good: ['FROM golang:1.23 AS build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n'],
  },
  *check(file) {
    for (const stage of file.stages) {
      const { name } = stage;
      if (name === undefined || stage.from?.words.length !== 3 || name.text === name.text.toLowerCase()) continue;
      const lower = name.text.toLowerCase();
      yield {
        range: file.range(name),
        message: `Write the stage name in lower case: ${lower}.`,
        fix: {
          title: `Rename to ${lower}`,
          edits: renameStage(file, stage, lower),
          safe: true,
        },
      };
    }
  },
};
