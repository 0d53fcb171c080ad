/** Files that YAML accepts, of every form that the cutting into chunks must respect. */
export const validFiles: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['comments only', '# a\n\n# b\n'],
  [
    'plain',
    'name: x\nservices:\n  web:\n    image: a\n    ports:\n      - "80"\n  db:\n    image: b\nvolumes:\n  data:\n',
  ],
  ['no line break at the end', 'name: x\nservices:\n  web:\n    image: a'],
  ['CRLF', 'name: x\r\nservices:\r\n  web:\r\n    image: a\r\n    command:\r\n      - b\r\nvolumes:\r\n  d:\r\n'],
  ['byte order mark', '\uFEFFname: x\nservices:\n  web:\n    image: a\n'],
  [
    'lists at the level of their key',
    'include:\n- a.yaml\n- b.yaml\nservices:\n  web:\n    ports:\n    - "80"\n    image: a\n',
  ],
  [
    'block scalars',
    'configs:\n  a:\n    content: |\n      x: y\n        z\n\n      # no comment\n  b:\n    content: >-\n      folded\n      text\nx-a: |\n  one\n two: three\n'.replace(
      ' two',
      '  two',
    ),
  ],
  ['flow', 'services: {web: {image: a, ports: ["80", "90"]}}\nvolumes: {}\n'],
  ['flow over lines', 'services:\n  web: {\n    image: a,\n    ports: [\n      "80"\n    ]\n  }\n  db: {image: b}\n'],
  ['flow root', '{\n  "services": {"web": {"image": "a"}}\n}\n'],
  [
    'quoted over lines',
    'services:\n  web:\n    command: "one\n      two: three\n\n      four"\n    image: \'a\n      b\'\n',
  ],
  ['plain over lines', 'services:\n  web:\n    command: one\n      two\n      three\n    image: a\n'],
  ['anchors', 'x-a: &a\n  k: 1\nx-b: &b [1, 2]\nservices: &s\n  web: &w\n    <<: *a\n    image: a\n  db: *w\n'],
  ['tags', 'services: !override\n  web:\n    ports: !reset []\n    image: !!str 12\n'],
  ['properties on a line of their own', 'services:\n  &s\n  web:\n    image: a\n  db:\n    image: b\n'],
  ['explicit keys', '? name\n: x\nservices:\n  ? web\n  : image: a\n  db:\n    image: b\n'],
  ['quoted keys', '"name": x\n"services":\n  "web":\n    \'image\': a\n  db:\n    image: b\n'],
  [
    'indented root',
    '\n    name: x\n    services:\n        web:\n            image: a\n        db:\n            image: b\n',
  ],
  [
    'several documents',
    '# first\nname: x\nservices:\n  a:\n    image: a\n---\nservices:\n  b:\n    image: b\n  c:\n    image: c\n...\n',
  ],
  ['document markers', '%YAML 1.2\n---\nname: x\nservices:\n  a:\n    image: a\n'],
  ['a document on its marker', '--- {name: x}\n'],
  ['a text that looks like a marker', 'x-a: |\n  ---\n  text\nname: x\n'],
  [
    'comments everywhere',
    '# a\nname: x # b\n\n# c\nservices: # d\n# e\n  # f\n  web: # g\n    # h\n    image: a # i\n  # j\n# k\n  db:\n    image: b\n# l\n',
  ],
  ['empty values', 'services:\n  web:\n    image:\n    environment:\n      A:\n      B: ""\nvolumes:\n  a:\n  b:\n'],
  [
    'values on the next line',
    'name:\n  "a: b\n  c"\nx-a:\n  one\n  two\nx-b:\n  |\n  text: d\nx-c:\n  &c\n  e: f\nx-d:\n  *c\nx-e:\n  {g: h}\n',
  ],
  ['odd names', 'services:\n  -web:\n    image: a\n  web.1_x:\n    image: a\n  ?x:\n    image: a\n'],
  ['blank lines with spaces', 'services:\n   \n  web:\n      \n    image: a\n \n  db:\n    image: b\n'],
  ['merge lists', 'x-a: &a {b: 1}\nservices:\n  <<: [*a]\n  web:\n    <<: *a\n'],
];

/** What stands for the second service of three, and a part of the message that it must give. */
export const brokenFiles: readonly (readonly [string, string, string])[] = [
  ['a half-typed key at the end', '  two:\n    image: b\n    po\n', 'po: `po` is neither a key'],
  ['a half-typed key at the start', '  two:\n    po\n    image: b\n', 'po: `po` is neither a key'],
  ['a half-typed service', '  two\n', 'two: `two` is neither a key'],
  [
    'a half-typed list item key',
    '  two:\n    volumes:\n      - type: bind\n        so\n        target: /a\n',
    'so: `so` is neither',
  ],
  ['a tab', '  two:\n    image: b\n\tbuild: .\n', 'YAML does not allow tabs'],
  ['a tab in a value', '  two:\n    ports:\n\t- "80"\n', 'YAML does not allow tabs'],
  ['an open double quote', '  two:\n    image: "b\n', '"b: This " is not closed'],
  ['an open single quote', "  two:\n    image: 'b\n", "'b: This ' is not closed"],
  ['an open list', '  two:\n    command: [a, b\n', 'is not closed with a `]`'],
  ['an open mapping', '  two:\n    build: {context: .\n', 'is not closed with a `}`'],
  ['an open list of open quotes', '  two:\n    command: ["a, b\n', 'is not closed'],
  [
    'a key too far to the left',
    '  two:\n    image: b\n   ports:\n    - "80"\n',
    'ports: This key is indented by 3 spaces',
  ],
  ['a key too far to the right', '  two:\n    image: b\n      ports:\n', 'ports: This key is indented by 6 spaces'],
  [
    'a service too far to the left',
    ' two:\n    image: b\n',
    'two: This key is indented by 1 space, and those beside it by 2',
  ],
  ['an at sign', '  two:\n    image: @b\n', 'cannot begin with `@`'],
  ['a back quote', '  two:\n    image: `b`\n', 'cannot begin with ``'],
  ['two colons', '  two:\n    image: b: c\n', 'A second `:` cannot stand here'],
  ['a list among keys', '  two:\n    image: b\n    - c\n', 'list'],
  [
    'conflict markers',
    '<<<<<<< HEAD\n  two:\n    image: b\n=======\n  two:\n    image: c\n>>>>>>> other\n',
    '<<<<<<< HEAD',
  ],
  ['a bad escape', '  two:\n    image: "\\q"\n', 'not an escape'],
  ['no space before a comment', '  two:\n    image: "b"# c\n', 'A comment needs a space'],
  ['text after a block header', '  two:\n    command: | a\n      b\n', 'a: This is not expected here'],
  ['a lone bracket', '  two:\n    command: ]\n', ']'],
];
