import { describe, expect, test } from 'vitest';
import { Coexistence, type CoexistenceHost } from '../../../client/src/language/coexistence.ts';
import { activePeers } from '../../../client/src/language/peers.ts';
import { languageIds, reports, type LanguageId, type Mode } from '../../../client/src/language/roles.ts';
import { composeRules } from '../../../server/src/compose/lint/rules/index.ts';
import { dockerfileRules } from '../../../server/src/dockerfile/lint/rules/index.ts';
import { ScriptedUi } from '../../support/ui.ts';

/** The defaults that the peers' manifests declare. */
const declared = {
  'containers.enableComposeLanguageService': true,
  'docker.languageserver.diagnostics.deprecatedMaintainer': 'warning',
  'docker.languageserver.diagnostics.emptyContinuationLine': 'warning',
  'docker.languageserver.diagnostics.instructionCasing': 'warning',
  'docker.languageserver.diagnostics.instructionCmdMultiple': 'warning',
  'docker.languageserver.diagnostics.instructionEntrypointMultiple': 'warning',
  'docker.languageserver.diagnostics.instructionHealthcheckMultiple': 'warning',
  'docker.languageserver.diagnostics.instructionWorkdirRelative': 'warning',
  'docker.extension.enableComposeLanguageServer': true,
  'yaml.validate': true,
  'yaml.format.enable': true,
  'yaml.disableSchemaDetection': [],
  'hadolint.maxNumberOfProblems': 100,
};

/** VS Code's settings, extensions and workspace memory, in memory. */
class Editor implements CoexistenceHost {
  readonly installed: string[];
  readonly settings = new Map<string, unknown>(Object.entries(declared));
  readonly memory = new Map<string, unknown>();
  readonly modes = new Map<LanguageId, Mode>();
  readonly writtenForUser: string[] = [];

  constructor(...installed: string[]) {
    this.installed = installed;
  }

  isThere(id: string): boolean {
    return this.installed.includes(id);
  }
  setting(key: string, language?: LanguageId): unknown {
    return this.settings.get(`${key} ${language ?? ''}`) ?? this.settings.get(key);
  }
  mode(language: LanguageId): { value: Mode; chosen: boolean } {
    const value = this.modes.get(language);
    return { value: value ?? 'auto', chosen: value !== undefined };
  }
  async write({ modes, settings }: Parameters<CoexistenceHost['write']>[0]): Promise<void> {
    for (const id of languageIds) if (modes[id] !== undefined) this.modes.set(id, modes[id]);
    for (const { key, value, language, target } of settings) {
      this.settings.set(language === undefined ? key : `${key} ${language}`, value);
      if (target === 'user') this.writtenForUser.push(key);
    }
  }
  async remember(key: string, value: unknown): Promise<void> {
    this.memory.set(key, value);
  }
  recall(key: string): unknown {
    return this.memory.get(key);
  }
}

const containerTools = 'ms-azuretools.vscode-containers';
const dockerDx = 'docker.docker';
const redHatYaml = 'redhat.vscode-yaml';
const hadolint = 'exiasr.hadolint';

function open(...installed: string[]): { editor: Editor; ui: ScriptedUi; coexistence: Coexistence } {
  const editor = new Editor(...installed);
  const ui = new ScriptedUi();
  return { editor, ui, coexistence: new Coexistence(editor, ui) };
}

test('alone: everything, and no question', async () => {
  const { ui, coexistence } = open();
  await coexistence.meet('dockerfile');
  expect(ui.notifications).toEqual([]);
  expect(coexistence.roles()).toEqual({
    dockerfile: { editing: true, problems: true, left: [] },
    dockercompose: { editing: true, problems: true, left: [] },
  });
  await coexistence.choose();
  expect(ui.commands).toEqual([{ command: 'workbench.action.openSettings', args: ['gantry.language'] }]);
});

describe('until there is an answer, nothing appears twice', () => {
  const problem = (id: string, language: LanguageId, names: string[]): boolean =>
    reports(open(id).coexistence.roles()[language], names);

  test('Container Tools edits both languages and has checks of its own; lint is ours', () => {
    const roles = open(containerTools).coexistence.roles();
    expect(roles.dockerfile.editing).toBe(false);
    expect(roles.dockercompose.editing).toBe(false);
    expect(problem(containerTools, 'dockerfile', ['no-maintainer', 'DL4000', 'MaintainerDeprecated'])).toBe(false);
    expect(problem(containerTools, 'dockerfile', ['unknown-instruction', 'syntax'])).toBe(false);
    expect(problem(containerTools, 'dockerfile', ['pin-base-image', 'DL3006'])).toBe(true);
    expect(problem(containerTools, 'dockercompose', ['unknown-key'])).toBe(true);
  });

  test("Docker DX runs BuildKit's checks; hadolint's rules and editing Dockerfiles are ours", () => {
    const roles = open(dockerDx).coexistence.roles();
    expect(roles.dockerfile.editing).toBe(true);
    expect(roles.dockercompose.editing).toBe(false);
    expect(problem(dockerDx, 'dockerfile', ['json-args', 'DL3025', 'JSONArgsRecommended'])).toBe(false);
    expect(problem(dockerDx, 'dockerfile', ['pin-base-image', 'DL3006'])).toBe(true);
  });

  test('YAML checks the schema; what compose means is ours', () => {
    const roles = open(redHatYaml).coexistence.roles();
    expect(roles.dockerfile).toEqual({ editing: true, problems: true, left: [] });
    expect(roles.dockercompose.editing).toBe(false);
    expect(problem(redHatYaml, 'dockercompose', ['unknown-key'])).toBe(false);
    expect(problem(redHatYaml, 'dockercompose', ['deprecated-key'])).toBe(true);
  });

  test("hadolint reports its rules; BuildKit's and editing are ours", () => {
    expect(open(hadolint).coexistence.roles().dockerfile.editing).toBe(true);
    expect(problem(hadolint, 'dockerfile', ['pin-base-image', 'DL3006'])).toBe(false);
    expect(problem(hadolint, 'dockerfile', ['stage-name-casing', 'StageNameCasing'])).toBe(true);
  });
});

/** A new rule belongs into one of these lists: whether a peer reports the same is looked up, not guessed. */
describe('what is left to each', () => {
  const left = (id: string, language: LanguageId): string[] => {
    const roles = open(id).coexistence.roles()[language];
    const rules: readonly { id: string; codes: readonly string[] }[] =
      language === 'dockerfile' ? dockerfileRules : composeRules;
    return rules.filter((rule) => !reports(roles, [rule.id, ...rule.codes])).map((rule) => rule.id);
  };

  test('of the rules for Dockerfiles', () => {
    expect(left(containerTools, 'dockerfile')).toMatchInlineSnapshot(`
      [
        "absolute-workdir",
        "consistent-instruction-casing",
        "from-first",
        "label-instead-of-maintainer",
        "no-empty-continuation",
        "one-per-stage",
        "unique-stage-name",
        "valid-port",
      ]
    `);
    expect(left(dockerDx, 'dockerfile')).toMatchInlineSnapshot(`
      [
        "absolute-workdir",
        "as-casing",
        "assign-with-equals",
        "consistent-instruction-casing",
        "copy-ignored-file",
        "declared-from-argument",
        "definition-description",
        "expose-container-port",
        "image-without-build-arguments",
        "json-command",
        "label-instead-of-maintainer",
        "lowercase-protocol",
        "lowercase-stage-name",
        "no-constant-platform",
        "no-empty-continuation",
        "no-reserved-stage-name",
        "no-secret-variable",
        "no-target-platform",
        "one-per-stage",
        "undefined-variable",
        "unique-stage-name",
      ]
    `);
    expect(left(hadolint, 'dockerfile')).toHaveLength(
      dockerfileRules.filter(({ codes }) => codes.some((code) => code.startsWith('DL'))).length,
    );
  });

  test('of the rules for compose files', () => {
    expect(left(containerTools, 'dockercompose')).toMatchInlineSnapshot(`
      [
        "alias-target",
        "duplicate-key",
        "excessive-aliasing",
        "merge-value",
      ]
    `);
    expect(left(redHatYaml, 'dockercompose')).toMatchInlineSnapshot(`
      [
        "alias-target",
        "duplicate-item",
        "duplicate-key",
        "excessive-aliasing",
        "invalid-name",
        "invalid-value",
        "merge-value",
        "missing-key",
        "string-keys",
        "unknown-key",
        "wrong-type",
      ]
    `);
  });
});

test('one notice per workspace, also after the window was closed on it', async () => {
  const { editor, ui, coexistence } = open(containerTools, redHatYaml);
  await coexistence.meet('dockerfile');
  await coexistence.meet('dockercompose');
  await new Coexistence(editor, ui).meet('dockerfile');
  expect(ui.notifications).toHaveLength(1);
  expect(ui.notifications[0]?.text).toContain(
    'Container Tools and YAML (Red Hat) also work on Dockerfiles and compose files',
  );
  expect(ui.notifications[0]?.actions).toEqual(['Gantry', 'The others', 'Both']);
  expect([...editor.modes]).toEqual([]);
  expect(new Map(Object.entries(declared))).toEqual(editor.settings);
});

test('no notice where somebody has decided before, or the peer is told to keep out', async () => {
  const decided = open(hadolint);
  decided.editor.modes.set('dockerfile', 'on');
  await decided.coexistence.meet('dockerfile');
  expect(decided.ui.notifications).toEqual([]);

  const silenced = open(hadolint);
  silenced.editor.settings.set('hadolint.maxNumberOfProblems', -1);
  await silenced.coexistence.meet('dockerfile');
  expect(silenced.ui.notifications).toEqual([]);
  expect(silenced.coexistence.roles().dockerfile.left).toEqual([]);
});

test('"Gantry" switches the others off by their own settings, and names what has none', async () => {
  const { editor, ui, coexistence } = open(containerTools);
  ui.onNotify(/Container Tools also works on/, 'Gantry')
    .onNotify(/has no setting to leave all of this/, 'Open Container Tools')
    .onNotify(/when the window is loaded again/, 'Reload window');
  await coexistence.meet('dockerfile');
  ui.done();
  expect(Object.fromEntries(editor.modes)).toEqual({ dockerfile: 'on', dockercompose: 'on' });
  expect(editor.settings.get('containers.enableComposeLanguageService')).toBe(false);
  expect(editor.settings.get('docker.languageserver.diagnostics.deprecatedMaintainer')).toBe('ignore');
  expect(editor.writtenForUser).toEqual([]);
  expect(ui.commands).toEqual([
    { command: 'extension.open', args: [containerTools] },
    { command: 'workbench.action.reloadWindow', args: [] },
  ]);
  expect(activePeers('dockercompose', editor)).toEqual([]);
});

test('YAML is told for compose files only, and what stands in its lists stays', async () => {
  const { editor, ui, coexistence } = open(redHatYaml);
  editor.settings.set('yaml.disableSchemaDetection', 'k8s/*.yaml');
  ui.onNotify(/YAML \(Red Hat\) also works on compose files/, 'Gantry');
  await coexistence.meet('dockercompose');
  expect(editor.settings.get('yaml.validate dockercompose')).toBe(false);
  expect(editor.settings.get('yaml.validate')).toBe(true);
  expect(editor.settings.get('yaml.disableSchemaDetection')).toEqual([
    'k8s/*.yaml',
    'compose*.y*ml',
    '*docker*compose*.y*ml',
  ]);
  expect(editor.modes.get('dockercompose')).toBe('on');
  expect(editor.modes.has('dockerfile')).toBe(false);
  expect(coexistence.roles().dockercompose).toEqual({ editing: true, problems: true, left: [] });
});

test('a setting that an older version does not know is not written, and the page is offered', async () => {
  const { editor, ui, coexistence } = open(redHatYaml);
  editor.settings.delete('yaml.disableSchemaDetection');
  ui.onNotify(/also works on/, 'Gantry').onNotify(/has no setting/, 'Open YAML (Red Hat)');
  await coexistence.meet('dockercompose');
  expect(editor.settings.has('yaml.disableSchemaDetection')).toBe(false);
  expect(ui.commands).toEqual([{ command: 'extension.open', args: [redHatYaml] }]);
});

test('a setting that exists for the user only is written there', async () => {
  const { editor, ui, coexistence } = open(dockerDx);
  ui.onNotify(/also works on/, 'Gantry').onNotify(/loaded again/, 'Reload window');
  await coexistence.meet('dockerfile');
  expect(editor.writtenForUser).toEqual(['docker.extension.enableComposeLanguageServer']);
});

test('"the other" makes what was done meanwhile the rule; "both" is everything', async () => {
  const other = open(hadolint);
  other.ui.onNotify(/also works on/, 'hadolint');
  await other.coexistence.meet('dockerfile');
  expect(other.editor.modes.get('dockerfile')).toBe('auto');
  expect(other.coexistence.leftTo('dockerfile')).toEqual(['hadolint']);

  const both = open(hadolint);
  both.ui.onNotify(/also works on/, 'Both');
  await both.coexistence.meet('dockerfile');
  expect(both.editor.modes.get('dockerfile')).toBe('on');
  expect(both.coexistence.leftTo('dockerfile')).toEqual([]);
  expect(both.editor.settings.get('hadolint.maxNumberOfProblems')).toBe(100);
});

test('the choice can be made anew at any time', async () => {
  const { editor, ui, coexistence } = open(hadolint);
  editor.modes.set('dockerfile', 'on');
  ui.onPick(/Who completes and checks/, 'hadolint');
  await coexistence.choose();
  expect(editor.modes.get('dockerfile')).toBe('auto');
  ui.onPick(/Who completes and checks/);
  await coexistence.choose();
  expect(editor.modes.get('dockerfile')).toBe('auto');
});
