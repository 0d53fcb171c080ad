import type { LanguageId, Taken } from './roles.ts';

/**
 * The extensions that work on the same files, and how each is told not to. Settings verified in their package.json:
 * Container Tools 2.5, Docker DX 0.18, YAML 1.25, hadolint 1.1.
 */
export interface Peer {
  readonly id: string;
  readonly name: string;
  readonly does: Partial<Readonly<Record<LanguageId, readonly Part[]>>>;
}

/** One thing that a peer does for a language. */
export interface Part {
  /** Editing as a whole, or the problems known under these names. */
  readonly what: 'editing' | RegExp;
  /** Settings that together turn it off; none when there is no way but to disable the extension. */
  readonly switches: readonly Switch[];
}

/** A setting of a peer's. */
export interface Switch {
  readonly key: string;
  /** Its value when off; with `append`, what its list must contain. */
  readonly off: unknown;
  readonly append?: true;
  /** Set for this language only: `"[dockercompose]": { key: off }`. */
  readonly language?: LanguageId;
  /** It can be set for the user only, not for a workspace. */
  readonly userOnly?: true;
  /** The peer reads it when it starts. */
  readonly needsReload?: true;
}

/** Text that cannot be parsed, in whatever words: Gantry's syntax errors have this name beside their own. */
const syntax = /^syntax$/;
/** What the YAML parser in Container Tools and Docker DX complains of; rules of Gantry's in compose files. */
const yaml = /^(syntax|alias-target|duplicate-key|excessive-aliasing|merge-value)$/;
/** What a JSON schema can say, beside that. */
const schema =
  /^(syntax|alias-target|duplicate-item|duplicate-key|excessive-aliasing|invalid-name|invalid-value|merge-value|missing-key|string-keys|unknown-key|wrong-type)$/;

/** One of the checks of dockerfile-language-server, which its extensions let be silenced one by one. */
const dockerfileCheck = (name: string, what: RegExp): Part => ({
  what,
  switches: [{ key: `docker.languageserver.diagnostics.${name}`, off: 'ignore' }],
});

const dockerfileServer: readonly Part[] = [
  { what: 'editing', switches: [] },
  { what: syntax, switches: [] },
  { what: /^(DL3011|DL3024|DL3043|DL3061|DuplicateStageName)$/, switches: [] },
  dockerfileCheck('deprecatedMaintainer', /^(DL4000|MaintainerDeprecated)$/),
  dockerfileCheck('emptyContinuationLine', /^NoEmptyContinuation$/),
  dockerfileCheck('instructionCasing', /^ConsistentInstructionCasing$/),
  dockerfileCheck('instructionCmdMultiple', /^(DL4003|MultipleInstructionsDisallowed)$/),
  dockerfileCheck('instructionEntrypointMultiple', /^(DL4004|MultipleInstructionsDisallowed)$/),
  dockerfileCheck('instructionHealthcheckMultiple', /^(DL3012|MultipleInstructionsDisallowed)$/),
  dockerfileCheck('instructionWorkdirRelative', /^(DL3000|WorkdirRelativePath)$/),
];

/** Compose files in Container Tools and in Docker DX: editing, and YAML syntax errors. */
const composeServer = (off: Switch): readonly Part[] => [
  { what: 'editing', switches: [off] },
  { what: yaml, switches: [off] },
];

const peers: readonly Peer[] = [
  {
    id: 'ms-azuretools.vscode-containers',
    name: 'Container Tools',
    does: {
      dockerfile: dockerfileServer,
      dockercompose: composeServer({
        key: 'containers.enableComposeLanguageService',
        off: false,
        needsReload: true,
      }),
    },
  },
  {
    // Up to version 1; version 2 is a pack without code that brings Container Tools.
    id: 'ms-azuretools.vscode-docker',
    name: 'Docker (Microsoft)',
    does: {
      dockerfile: dockerfileServer,
      dockercompose: composeServer({
        key: 'docker.enableDockerComposeLanguageService',
        off: false,
        needsReload: true,
      }),
    },
  },
  {
    id: 'docker.docker',
    name: 'Docker DX',
    does: {
      // BuildKit's checks are named in PascalCase.
      dockerfile: [{ what: /^(syntax|[A-Z][A-Za-z]+)$/, switches: [] }],
      dockercompose: composeServer({
        key: 'docker.extension.enableComposeLanguageServer',
        off: false,
        userOnly: true,
        needsReload: true,
      }),
    },
  },
  {
    id: 'redhat.vscode-yaml',
    name: 'YAML (Red Hat)',
    does: {
      dockercompose: [
        {
          what: 'editing',
          switches: [
            { key: 'yaml.disableSchemaDetection', off: ['compose*.y*ml', '*docker*compose*.y*ml'], append: true },
            { key: 'yaml.format.enable', off: false, language: 'dockercompose' },
          ],
        },
        {
          what: schema,
          switches: [{ key: 'yaml.validate', off: false, language: 'dockercompose' }],
        },
      ],
    },
  },
  {
    id: 'exiasr.hadolint',
    name: 'hadolint',
    does: {
      dockerfile: [
        {
          what: /^(syntax|DL\d{4}|SC\d{4})$/,
          // It reports no more problems than this number, and has no other switch.
          switches: [{ key: 'hadolint.maxNumberOfProblems', off: -1 }],
        },
      ],
    },
  },
];

/** The editor as far as peers are concerned. */
export interface Neighborhood {
  /** Whether an extension is installed, enabled and has code of its own. */
  isThere(id: string): boolean;
  /** A setting's effective value; `undefined` when no extension declares it. */
  setting(key: string, language?: LanguageId): unknown;
}

/** A peer and what of its work on one language is not turned off. */
export interface ActivePeer {
  readonly peer: Peer;
  readonly language: LanguageId;
  readonly parts: readonly Part[];
}

/** The peers that work on a language now. */
export function activePeers(language: LanguageId, around: Neighborhood): ActivePeer[] {
  return peers
    .filter((peer) => peer.does[language] !== undefined && around.isThere(peer.id))
    .map((peer) => ({
      peer,
      language,
      parts: (peer.does[language] ?? []).filter((part) => !isOff(part, around)),
    }))
    .filter(({ parts }) => parts.length > 0);
}

function isOff({ switches }: Part, around: Neighborhood): boolean {
  return switches.length > 0 && switches.every((one) => isSet(one, around.setting(one.key, one.language)));
}

/** Whether a switch's value, as read from the settings, is its off value. */
export function isSet({ off, append }: Switch, value: unknown): boolean {
  if (!append || !Array.isArray(off)) return value === off;
  return off.every((item) => listOf(value).includes(item));
}

/** The value to write so that a switch is off; what else stands in a list stays. */
export function offValue({ off, append }: Switch, value: unknown): unknown {
  return append && Array.isArray(off) ? [...new Set([...listOf(value), ...off])] : off;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

/** What peers take of a language. */
export function takenBy(active: readonly ActivePeer[]): Taken {
  const whats = active.flatMap(({ parts }) => parts.map(({ what }) => what));
  return { editing: whats.includes('editing'), problems: whats.filter((what) => what instanceof RegExp) };
}
