/** Compose files with notes under their lines: all that is found, and where. */
export const cases: readonly (readonly [string, string])[] = [
  [
    'a misspelled key',
    `services:
  web:
    imgae: nginx
    ^^^^^ \`imgae\` is not a key of a service. Did you mean \`image\`?
    dependsOn: [db]
    ^^^^^^^^^ \`dependsOn\` is not a key of a service. Did you mean \`depends_on\`?
`,
  ],
  [
    'a key in the wrong place',
    `services:
  web:
    image: nginx
    dockerfile: web.Dockerfile
    ^^^^^^^^^^ \`dockerfile\` is not a key of a service. It belongs under \`build\`.
    replicas: 3
    ^^^^^^^^ \`replicas\` is not a key of a service. It belongs under \`deploy\`.
    build:
      context: .
      ports: []
      ^^^^^ \`ports\` is not a key of \`build\`. It belongs further out, beside \`build\`.
db:
^^ \`db\` is not a key of a compose file. A service belongs under \`services\`.
  image: postgres
`,
  ],
  [
    'all findings, not only the first',
    `services:
  web:
    image: [nginx]
    ^^^^^ \`image\` must be text, not a list.
    ports: 80
           ^^ \`ports\` must be a list, not a number.
    restart: true
             ^^^^ \`restart\` must be text, not \`true\`, which is true or false.
    environment: A=b
                 ^^^ \`environment\` must be a list or a mapping, not text. Write each on a line of its own.
    deploy:
      replicas: many
                ^^^^ \`replicas\` must be a whole number, not \`many\`.
  db: postgres
      ^^^^^^^^ \`db\` must be a mapping, not text.
`,
  ],
  [
    'an empty value',
    `services:
  web:
    image:
    ^^^^^ \`image\` is empty: it must be text.
    ports:
    ^^^^^ \`ports\` is empty: it must be a list.
    environment:
      A:
    command:
volumes:
  data:
networks:
  front: {}
`,
  ],
  [
    'a missing space',
    `services:
  web:
    image:nginx
    ^^^^^^^^^^^ \`web\` must be a mapping, not text. Is a space missing after the \`:\`?
`,
  ],
  [
    'values outside what is allowed',
    `services:
  web:
    image: a
    cgroup: hots
            ^^^^ \`cgroup\` must be \`host\` or \`private\`. Did you mean \`host\`?
    oom_score_adj: 2000
                   ^^^^ \`oom_score_adj\` must be -1000 or more and 1000 or less.
    volumes:
      - type: bidn
              ^^^^ \`type\` must be \`bind\`, \`volume\`, \`tmpfs\`, \`cluster\`, \`npipe\` or \`image\`. Did you mean \`bind\`?
        target: /a
`,
  ],
  [
    'missing keys',
    `services:
  web:
    image: a
    volumes:
      - target: /a
        ^^^^^^ This item must have the key \`type\`.
    extends:
    ^^^^^^^ \`extends\` must have the key \`service\`.
      file: a.yaml
    depends_on:
      db: {restart: true}
`,
  ],
  [
    'what variables stand for is not known',
    `services:
  web:
    image: \${IMAGE}
    privileged: \${PRIVILEGED:-no idea}
    pull_policy: "\${POLICY}"
    cpu_percent: $PERCENT
    ports: \${PORTS}
           ^^^^^^^^ \`ports\` must be a list, not text. Write each item on a line of its own after \`- \`.
    restart: "\${A"
              ^^^ This \`\${\` is not closed with a \`}\`. A dollar sign that is meant as such is written \`$$\`.
x-any: ["\${1}"]
         ^^^^ \`1\` does not begin with a variable name. A dollar sign that is meant as such is written \`$$\`.
`,
  ],
  [
    'anchors are checked where they are used, and reported where they stand',
    `x-common: &common
  imagee: a
  ^^^^^^ \`imagee\` is not a key of a service. Did you mean \`image\`?
  restart: always
x-unused: &unused
  imagee: a
services:
  web:
    <<: *common
    image: a
  db:
    <<: *common
    image: a
  no:
    <<: *none
        ^^^^^ There is no anchor \`&none\` before this alias.
    image: a
`,
  ],
  [
    'reset and override',
    `services:
  web:
    image: a
    extends: base
    ports: !reset null
    environment: !override
      - A=b
    command: !override {a: b}
    ^^^^^^^ \`command\` must be text or a list, not a mapping.
  base:
    image: a
    ports: !reset
           ^^^^^^ \`!reset\` has an effect only where this is merged over something: in an override file, or in a service with \`extends\`.
           ^^^^^^ Something must follow \`!reset\`: \`null\`, for example.
    labels: !override {}
            ^^^^^^^^^ \`!override\` has an effect only where this is merged over something: in an override file, or in a service with \`extends\`.
`,
  ],
  [
    'strings that compose casts',
    `services:
  web:
    image: a
    init: "yes"
          ^^^^^ \`yes\` is only text in YAML 1.2: write \`true\`.
    tty: "maybe"
         ^^^^^^^ \`tty\` must be true or false, not \`maybe\`.
    depends_on:
      db:
        condition: service_started
        required: "true"
    cpus: "0.5"
    pids_limit: "1.5"
                ^^^^^ \`pids_limit\` must be a whole number, not \`1.5\`.
`,
  ],
  [
    'several documents are one project',
    `services:
  web:
    image: a
---
services:
  web:
    depends_on:
      db: {required: false}
    prots: []
    ^^^^^ \`prots\` is not a key of a service. Did you mean \`ports\`?
`,
  ],
  [
    'keys twice',
    `services:
  web:
    image: a
    image: b
    ^^^^^ \`image\` stands here already.
    labels: {a: b, a: c}
                   ^ \`a\` stands here already.
`,
  ],
  [
    'keys that are no text',
    `services:
  1:
  ^ A key must be text: put \`1\` in quotes.
    image: a
    labels:
      null: a
      ^^^^ A key must be text: put \`null\` in quotes.
`,
  ],
  [
    'a top level that is no mapping',
    `- a
  ^ This item must be a mapping, not a list. Write \`key: value\` on each line, without the \`- \`.
`,
  ],
  [
    'new keys',
    'services:\n  web:\n    image: a\n    build:\n      provenance: true\n      sbom: "x"\n      no_cache_filter: [a]\n    pre_start:\n      - command: [a]\n        per_replica: false\n        cpus: 1\nmodels:\n  m:\n    model: a\n  n:\n',
  ],
];
