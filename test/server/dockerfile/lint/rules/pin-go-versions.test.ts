import { pinGoVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-go-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinGoVersions, {
  bad: {
    'the newest': 'FROM a\nRUN go install a.b/c@latest\n               ^^^^^^^^^^^^\n',
    'the first of several': 'FROM a\nRUN go get a.b/c@v1 a.b/d a.b/e@upgrade\n                    ^^^^^\n',
    'after flags with values':
      'FROM a\nRUN go install -ldflags "-s -w" -tags x a.b/c\n                                        ^^^^^\n',
    'a program that is run': 'FROM a\nRUN go run a.b/c -- d@v1\n           ^^^^^\n',
    'a tool': 'FROM a\nRUN go get -tool a.b/c@latest\n                 ^^^^^^^^^^^^\n',
    'a go with a path':
      'FROM a\nRUN /usr/local/go/bin/go install a.b/c@latest\n                                 ^^^^^^^^^^^^\n',
  },
  good: {
    'versions, commits, branches': 'FROM a\nRUN go install a.b/c@v1.2.3 a.b/d@abcdef a.b/e@main "a.b/f@$VERSION"\n',
    'folders and files': 'FROM a\nRUN go install ./... && go run main.go a && go run . b && go run /src/c d\n',
    'what belongs to the project': 'FROM a\nRUN go install std && go get tool && go install\n',
    "a program's own arguments": 'FROM a\nRUN go run a.b/c@v1 generate all\n',
    'other commands': 'FROM a\nRUN go build a.b/c && go mod download\n',
  },
});
