import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnostics, withFile } from '../support/editor.ts';
import { until } from '../support/until.ts';

const maintainer = 'FROM busybox:1.37\nMAINTAINER me\nUSER 1\n';

suite('Dockerfiles', () => {
  test('a problem is underlined where it is, and its quick fix mends the text', async () => {
    await withFile({ name: 'Dockerfile', text: maintainer }, async (document) => {
      const [problem] = await diagnostics(document, (all) => all.some(({ range }) => range.start.line === 1));
      assert.ok(problem);
      assert.equal(problem.range.start.line, 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find(({ edit, isPreferred }) => edit !== undefined && isPreferred === true) ?? actions[0];
      assert.ok(fix?.edit, `no quick fix among ${actions.map(({ title }) => title).join(', ')}`);
      await vscode.workspace.applyEdit(fix.edit);
      assert.match(document.getText(), /^FROM busybox:1\.37\nLABEL .*me/);
      await diagnostics(document, (all) => all.every(({ range }) => range.start.line !== 1));
    });
  });

  test('completion offers instructions and stages', async () => {
    const text = 'FROM busybox:1.37 AS base\nFROM busybox:1.37\nCOPY --from=\n\n';
    await withFile({ name: 'Dockerfile', text }, async ({ uri }) => {
      assert.ok((await labels(uri, new vscode.Position(3, 0))).includes('WORKDIR'));
      assert.ok((await labels(uri, new vscode.Position(2, 12))).includes('base'));
    });
  });

  test('hover explains an instruction', async () => {
    await withFile({ name: 'Dockerfile', text: 'FROM busybox:1.37\nEXPOSE 80\n' }, async ({ uri }) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(1, 2),
      );
      const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
      assert.match(text.join('\n'), /EXPOSE/);
    });
  });

  test('the outline has the stages', async () => {
    await withFile({ name: 'Dockerfile', text: 'FROM busybox:1.37 AS base\nFROM base\n' }, async ({ uri }) => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      assert.deepEqual(
        symbols.map(({ name, detail }) => `${name} ${detail}`),
        ['base FROM busybox:1.37', 'base FROM, stage 1'],
      );
    });
  });

  test('each FROM can be built from where it stands', async () => {
    await withFile({ name: 'Dockerfile', text: 'FROM busybox:1.37 AS base\nFROM base\n' }, async ({ uri }) => {
      await until('there are lenses', async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
        const titles = lenses.map(({ command }) => command?.title ?? '').join('\n');
        return /Build up to base[^]*Build image/.test(titles);
      });
    });
  });
});

suite('the language server', () => {
  test('is restarted by command and by itself, and never answers twice', async () => {
    await withFile({ name: 'Dockerfile', text: maintainer }, async (document) => {
      const first = await diagnostics(document);
      await vscode.commands.executeCommand('gantry.language.restart');
      await vscode.commands.executeCommand('gantry.language.restart');
      await diagnostics(document, (all) => all.length === first.length);
      const [pid, ...others] = await servers();
      assert.ok(pid);
      assert.deepEqual(others, []);
      process.kill(pid, 'SIGKILL');
      await until('another server runs', async () => (await servers()).some((other) => other !== pid));
      await diagnostics(document, (all) => all.length === first.length);
      assert.deepEqual((await diagnostics(document)).map(codeOf), first.map(codeOf));
      const instructions = await labels(document.uri, new vscode.Position(3, 0));
      assert.equal(instructions.filter((label) => label === 'WORKDIR').length, 1);
    });
  });

  test('that dies all the time is left alone, until somebody asks for it', async () => {
    await withFile({ name: 'Dockerfile', text: maintainer }, async (document) => {
      await diagnostics(document);
      // A new one has not died yet.
      await vscode.commands.executeCommand('gantry.language.restart');
      for (let died = 0; died < 5; died++) {
        await until('a server runs', async () => (await servers()).length === 1);
        const [pid = 0] = await servers();
        process.kill(pid, 'SIGKILL');
        await until('it is gone', async () => !(await servers()).includes(pid));
      }
      await diagnostics(document, (all) => all.length === 0);
      assert.deepEqual(await servers(), []);
      await vscode.commands.executeCommand('gantry.language.restart');
      await diagnostics(document);
    });
  });

  test('also serves what is not on disk', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: maintainer });
    await vscode.window.showTextDocument(document);
    await diagnostics(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('is told by the settings what to do, at once', async () => {
    await withFile({ name: 'Dockerfile', text: maintainer }, async (document) => {
      await diagnostics(document);
      const settings = vscode.workspace.getConfiguration('gantry.language');
      try {
        await settings.update('dockerfile', 'problems', vscode.ConfigurationTarget.Workspace);
        await until(
          'no completion',
          async () => !(await labels(document.uri, new vscode.Position(3, 0))).includes('WORKDIR'),
        );
        await diagnostics(document);
        await settings.update('dockerfile', 'off', vscode.ConfigurationTarget.Workspace);
        await diagnostics(document, (all) => all.length === 0);
      } finally {
        await settings.update('dockerfile', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await diagnostics(document);
    });
  });
});

async function labels(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The processes of our server that this extension host has started. */
async function servers(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...command]) => Number(parent) === process.pid && /dist[\\/]server\.cjs/.test(command.join(' ')),
    )
    .map(([pid]) => Number(pid));
}
