import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { containerRecord, eventRecord, startFakeEngine, type FakeEngine } from '../support/fakeEngine.ts';
import { until } from '../support/until.ts';

const setting = 'gantry.engine.host';

/** The real views in the real editor, over an engine that keeps count of what it is asked. */
suite('the views', () => {
  let engine: FakeEngine;
  const count = (route: string): number => engine.requests.filter((request) => request === route).length;

  suiteSetup(async () => {
    engine = await startFakeEngine();
    engine.containers.push(containerRecord('web'));
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.workspace.getConfiguration().update(setting, engine.host, vscode.ConfigurationTarget.Global);
    await vscode.extensions.getExtension('gantry.gantry')?.activate();
  });

  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration().update(setting, undefined, vscode.ConfigurationTarget.Global);
    await engine.dispose();
  });

  test('nothing is asked of the engine before one is visible', async () => {
    // Whatever activation and the change of the setting have set going has had its turn by now.
    await vscode.commands.executeCommand('workbench.action.showAllEditors');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.deepEqual(engine.requests, []);
  });

  test('visible, they share one stream of events and one list of each', async () => {
    await vscode.commands.executeCommand('gantry.containers.focus');
    await until('the views listen', () => engine.subscribers === 1);
    await until('the views list', () => count('GET /containers/json') + count('GET /images/json') >= 2);
    await vscode.commands.executeCommand('gantry.images.focus');
    await until('the other view is there too', () => count('GET /images/json') === 1);
    assert.equal(count('GET /containers/json'), 1);
    assert.equal(count('GET /events'), 1);
  });

  test('an event leads to a list of that container', async () => {
    const before = count('GET /containers/json');
    const db = containerRecord('db');
    engine.containers.push(db);
    engine.emit(eventRecord('create', db));
    await until('the container is asked for', () => count('GET /containers/json') > before);
    assert.equal(count('GET /images/json'), 1);
  });

  test('after a break-off they listen again', async () => {
    engine.breakConnections();
    await until('the views listen again', () => count('GET /events') === 2 && engine.subscribers === 1);
  });

  test('hidden, they let the engine go', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until('nobody listens', () => engine.subscribers === 0);
  });

  test('a change of the address is followed', async () => {
    const other = await startFakeEngine();
    try {
      await vscode.commands.executeCommand('gantry.containers.focus');
      await until('the views listen', () => engine.subscribers === 1);
      await vscode.workspace.getConfiguration().update(setting, other.host, vscode.ConfigurationTarget.Global);
      await until('the views listen to the other', () => other.subscribers === 1 && engine.subscribers === 0);
    } finally {
      await vscode.commands.executeCommand('workbench.view.explorer');
      await other.dispose();
    }
  });
});
