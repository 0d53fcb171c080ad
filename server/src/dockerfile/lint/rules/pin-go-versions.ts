import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { go } from '../languagePackages/go.ts';
import { unpinned } from '../languagePackages/pinVersions.ts';

export const pinGoVersions: Rule<DockerfileFile> = {
  id: 'pin-go-versions',
  summary: 'Pin the versions of Go programs',
  rationale: `\`go install package@latest\` takes the newest version of the day, and so may \`go get\` and \`go run\`. With
\`package@v1.2.3\` the same Dockerfile gives the same image.

Packages by their folder are not reported; unlike in hadolint, neither are \`.go\` files, \`all\`, \`std\`, \`cmd\` and \`tool\`,
and names held in a variable.`,
  severity: 'warning',
  codes: ['DL3062'],
  scope: 'step',
  examples: {
    bad: [
      'FROM golang:1.24\nRUN go install golang.org/x/tools/cmd/stringer@latest\n',
      'FROM golang:1.24\nRUN go run example.com/tool\n',
    ],
    good: [
      'FROM golang:1.24\nRUN go install golang.org/x/tools/cmd/stringer@v0.33.0\n',
      'FROM golang:1.24\nRUN go install -ldflags "-s -w" ./cmd/server\n',
    ],
  },
  *check(file) {
    yield* unpinned(file, go);
  },
};
