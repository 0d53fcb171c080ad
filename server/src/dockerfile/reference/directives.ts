/** A line `# name=value` at the head of the file, before anything else. Texts are Markdown. */
export interface DirectiveReference {
  readonly name: string;
  readonly doc: string;
  readonly values: readonly { readonly name: string; readonly doc: string }[];
}

export const directives: readonly DirectiveReference[] = [
  {
    name: 'syntax',
    doc: 'The image that reads this file. With `docker/dockerfile:1` a build has the newest stable syntax, whatever version the builder is.',
    values: [
      { name: 'docker/dockerfile:1', doc: 'The newest stable syntax.' },
      { name: 'docker/dockerfile:1-labs', doc: 'With what is not stable yet: `RUN --device`.' },
    ],
  },
  {
    name: 'escape',
    doc: 'What continues a line at its end and takes away the meaning of a character. The backtick leaves the backslash to Windows paths.',
    values: [
      { name: '\\', doc: 'The backslash, as without the directive.' },
      { name: '`', doc: 'The backtick.' },
    ],
  },
  {
    name: 'check',
    doc: 'Which build checks are skipped, and whether any makes the build fail. Above an instruction the comment counts for that instruction only.',
    values: [
      { name: 'skip=', doc: 'Checks that are not made: their names with commas between them, or `all`.' },
      { name: 'error=true', doc: 'A violation makes the build fail.' },
      { name: 'experimental=', doc: 'Experimental checks that are made too: their names, or `all`.' },
    ],
  },
];

/** Comments that other tools, and we, read anywhere in the file. */
export const pragmas: readonly { readonly text: string; readonly doc: string }[] = [
  { text: 'hadolint ignore=', doc: 'hadolint’s codes that are not reported for the next line.' },
  { text: 'hadolint global ignore=', doc: 'hadolint’s codes that are not reported in this file.' },
  { text: 'hadolint stage ignore=', doc: 'hadolint’s codes that are not reported in the stage of the `FROM` below.' },
  { text: 'hadolint shell=', doc: 'The shell that reads the `RUN`s from here on.' },
  { text: 'gantry ignore=', doc: 'Rules that are not reported for the instruction below.' },
  { text: 'gantry global ignore=', doc: 'Rules that are not reported in this file.' },
  { text: 'check=skip=', doc: 'Build checks that are not reported for the instruction below.' },
];

/** Shells for `# hadolint shell=`. */
export const pragmaShells: readonly string[] = [
  'sh',
  'bash',
  'dash',
  'ash',
  'ksh',
  'busybox',
  'pwsh',
  'powershell',
  'cmd',
];
