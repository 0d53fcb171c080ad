/** What a flag's value is, for completion. */
export type FlagValue =
  | 'platform'
  | 'stage-or-image'
  | 'owner'
  | 'mode'
  | 'pattern'
  | 'boolean'
  | 'checksum'
  | 'mount'
  | 'network'
  | 'security'
  | 'device'
  | 'duration'
  | 'count';

/** A flag of an instruction. Texts are Markdown. */
export interface FlagReference {
  readonly instruction: string;
  /** Without the dashes. */
  readonly name: string;
  readonly value: FlagValue;
  /** What stands after the `=`, in a signature. */
  readonly placeholder: string;
  readonly doc: string;
  /** May be written without a value: then it is `true`. */
  readonly bare?: true;
  readonly repeatable?: true;
  /** The least version of the Dockerfile syntax (`docker/dockerfile:1.4`). */
  readonly since?: string;
  /** Only in the `-labs` line of the syntax image. */
  readonly labs?: true;
  /** What it is without the flag, where it is something. */
  readonly standard?: string;
}

const chown = 'The owner of the copied files, as `user:group`, by name or number; root otherwise. Linux only.';
const chmod =
  'The permissions of the copied files: octal (`755`), or as `chmod` takes them (`u=rwX,go=rX`, since 1.14). Linux only.';
const link =
  'Copies into a layer that does not depend on those before it: it stays valid when they change. Symbolic links in the destination are not followed then.';
const exclude = 'Leaves out what matches the pattern. May be given several times.';

export const flags: readonly FlagReference[] = [
  {
    instruction: 'FROM',
    name: 'platform',
    value: 'platform',
    placeholder: 'os/arch[/variant]',
    doc: 'The platform of the base image, of those that it has. For cross compilation `$BUILDPLATFORM`: the tools run natively, and the target is read from `TARGETOS` and `TARGETARCH`.',
    standard: 'the target of the build',
  },
  {
    instruction: 'RUN',
    name: 'mount',
    value: 'mount',
    placeholder: 'type=…,target=…',
    doc: 'Gives the command something that does not get into the image: a folder of the context or of another stage (`bind`), a folder kept between builds (`cache`), memory (`tmpfs`), a secret or the SSH agent.',
    repeatable: true,
    since: '1.2',
  },
  {
    instruction: 'RUN',
    name: 'network',
    value: 'network',
    placeholder: 'default|none|host',
    doc: 'The network of the command. With `none` a step cannot depend on anything that it downloads.',
    since: '1.3',
    standard: '`default`',
  },
  {
    instruction: 'RUN',
    name: 'security',
    value: 'security',
    placeholder: 'sandbox|insecure',
    doc: '`insecure` runs the command with all privileges. The builder must allow it: `--allow security.insecure`.',
    since: '1.20',
    standard: '`sandbox`',
  },
  {
    instruction: 'RUN',
    name: 'device',
    value: 'device',
    placeholder: 'name[,required]',
    doc: 'Gives the command a device by its CDI name, `vendor.com/class=name`. With `required` the build fails where there is none. The builder must allow it: `--allow device`.',
    repeatable: true,
    since: '1.14',
    labs: true,
  },
  {
    instruction: 'COPY',
    name: 'from',
    value: 'stage-or-image',
    placeholder: 'stage|image|context',
    doc: 'Copies out of an earlier stage, an image or a named build context instead of the build context.',
  },
  { instruction: 'COPY', name: 'chown', value: 'owner', placeholder: 'user:group', doc: chown },
  { instruction: 'COPY', name: 'chmod', value: 'mode', placeholder: 'mode', doc: chmod, since: '1.2' },
  {
    instruction: 'COPY',
    name: 'link',
    value: 'boolean',
    placeholder: 'true|false',
    doc: link,
    bare: true,
    since: '1.4',
  },
  {
    instruction: 'COPY',
    name: 'parents',
    value: 'boolean',
    placeholder: 'true|false',
    doc: 'Keeps the folders of the sources: `COPY --parents src/a/b.txt /to/` writes `/to/src/a/b.txt`. A `./` in the source marks where that begins.',
    bare: true,
    since: '1.20',
  },
  {
    instruction: 'COPY',
    name: 'exclude',
    value: 'pattern',
    placeholder: 'pattern',
    doc: exclude,
    repeatable: true,
    since: '1.19',
  },
  {
    instruction: 'ADD',
    name: 'checksum',
    value: 'checksum',
    placeholder: 'sha256:digest',
    doc: 'What the downloaded file, or the commit of the repository, must be; else the build fails.',
    since: '1.6',
  },
  { instruction: 'ADD', name: 'chown', value: 'owner', placeholder: 'user:group', doc: chown },
  { instruction: 'ADD', name: 'chmod', value: 'mode', placeholder: 'mode', doc: chmod, since: '1.2' },
  {
    instruction: 'ADD',
    name: 'link',
    value: 'boolean',
    placeholder: 'true|false',
    doc: link,
    bare: true,
    since: '1.4',
  },
  {
    instruction: 'ADD',
    name: 'keep-git-dir',
    value: 'boolean',
    placeholder: 'true|false',
    doc: 'Keeps the `.git` folder of a cloned repository.',
    bare: true,
    since: '1.1',
    standard: '`false`',
  },
  {
    instruction: 'ADD',
    name: 'unpack',
    value: 'boolean',
    placeholder: 'true|false',
    doc: 'Whether archives are unpacked. Otherwise those of the context are, and downloaded ones are not.',
    bare: true,
    since: '1.17',
  },
  {
    instruction: 'ADD',
    name: 'exclude',
    value: 'pattern',
    placeholder: 'pattern',
    doc: exclude,
    repeatable: true,
    since: '1.19',
  },
  {
    instruction: 'HEALTHCHECK',
    name: 'interval',
    value: 'duration',
    placeholder: 'duration',
    doc: 'The time from the end of one check to the next.',
    standard: '`30s`',
  },
  {
    instruction: 'HEALTHCHECK',
    name: 'timeout',
    value: 'duration',
    placeholder: 'duration',
    doc: 'A check that takes longer has failed.',
    standard: '`30s`',
  },
  {
    instruction: 'HEALTHCHECK',
    name: 'start-period',
    value: 'duration',
    placeholder: 'duration',
    doc: 'Time to start: until it has passed, failures do not count.',
    standard: '`0s`',
  },
  {
    instruction: 'HEALTHCHECK',
    name: 'start-interval',
    value: 'duration',
    placeholder: 'duration',
    doc: 'The time between checks during the start period. Needs Docker Engine 25.0.',
    standard: '`5s`',
  },
  {
    instruction: 'HEALTHCHECK',
    name: 'retries',
    value: 'count',
    placeholder: 'count',
    doc: 'So many failures in a row make the container unhealthy.',
    standard: '`3`',
  },
];

/** The flags of an instruction, in the order in which they are best read. */
export function flagsOf(instruction: string): readonly FlagReference[] {
  const name = instruction.toUpperCase();
  return flags.filter((flag) => flag.instruction === name);
}

/** A flag by its name without dashes. */
export function flagNamed(instruction: string, name: string): FlagReference | undefined {
  return flagsOf(instruction).find((flag) => flag.name === name);
}

/** A flag's documentation, with its default and since when there is one. */
export function flagDoc({ doc, standard, since, labs }: FlagReference): string {
  const lines = [doc];
  if (standard !== undefined) lines.push(`Without it: ${standard}.`);
  if (since !== undefined)
    lines.push(
      labs === true
        ? `_Dockerfile ${since}, in \`docker/dockerfile:${since}-labs\` and later labs versions._`
        : `_Dockerfile ${since} and later._`,
    );
  return lines.join('\n\n');
}
