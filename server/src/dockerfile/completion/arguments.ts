import { CompletionItemKind } from 'vscode-languageserver-types';
import { StageIndex } from '../model/stageReferences.ts';
import { stageNames } from '../reference/images.ts';
import { shellForms, signals } from '../reference/values.ts';
import { casingOf } from './casing.ts';
import { containerPaths, offerContainerPaths, usualFolders } from './containerPaths.ts';
import { offerContextPaths } from './contextPaths.ts';
import { offerArgs, offerLabels, offerPorts } from './declarations.ts';
import { offerFlags } from './flags.ts';
import { offerImages } from './images.ts';
import type { ArgumentPlace } from './place.ts';
import type { Scene } from './scene.ts';
import { offerUsers } from './users.ts';
import { offerValues } from './values.ts';

/** What an instruction takes as its argument under the cursor, and the flags that may still come. */
export async function offerArguments(scene: Scene, place: ArgumentPlace): Promise<void> {
  const { step, words } = place;
  // What is written behind RUN is a command as a rule: its flags do not push themselves forward.
  if (place.mayBeFlag && (scene.asked || step.name !== 'RUN')) offerFlags(scene, { ...place, hasValue: false });
  if (place.json === 'outside' && step.name !== 'SHELL') return;
  switch (step.name) {
    case 'FROM':
      return offerFrom(scene, place);
    case 'COPY':
    case 'ADD':
      return offerCopy(scene, place);
    case 'WORKDIR':
    case 'VOLUME':
      return offerFolders(scene, place);
    case 'USER':
      if (words.length === 0) offerUsers(scene, step);
      return;
    case 'EXPOSE':
      return offerPorts(scene, place);
    case 'LABEL':
      return offerLabels(scene, place);
    case 'ARG':
      return offerArgs(scene, place);
    case 'STOPSIGNAL':
      if (words.length === 0) offerValues(scene, signals);
      return;
    case 'SHELL':
      return offerShells(scene, place);
    case 'HEALTHCHECK':
      return offerHealthcheck(scene, place);
    default:
  }
}

async function offerFrom(scene: Scene, { step, words }: ArgumentPlace): Promise<void> {
  const { items, document } = scene;
  if (words.length === 0) return offerImages(scene, { step }, { indexes: false });
  if (words.length === 1) {
    const label = step.keyword.text === step.keyword.text.toLowerCase() ? 'as' : 'AS';
    items.add({ label, kind: CompletionItemKind.Keyword, snippet: `${label} `, detail: 'names the stage', rank: 1 });
    return;
  }
  if (words.length !== 2) return;
  const used = new Set(document.stages.filter((stage) => stage !== step.stage).map(({ name }) => name?.text));
  offerValues(
    scene,
    stageNames.filter(({ name }) => !used.has(name)),
  );
}

async function offerCopy(scene: Scene, place: ArgumentPlace): Promise<void> {
  const { step, words, last, json } = place;
  const { items, document } = scene;
  const target = words.length > 0 && last;
  const rank = target ? 5 : 1;
  if (target) {
    const { workdir, paths } = containerPaths(scene, { stage: step.stage, before: step.start });
    items.add({ label: './', kind: CompletionItemKind.Folder, detail: workdir, rank: 1 });
    offerContainerPaths(scene, paths, { rank: 2 });
    offerContainerPaths(scene, usualFolders, { rank: 4 });
  }
  const from = step.flag('from')?.value;
  if (from === undefined) {
    if (step.name === 'ADD' && !target) offerValues(scene, [{ name: 'https://', doc: 'an address to download' }], 4);
    return offerContextPaths(scene, { rank, blanks: json === 'inside' });
  }
  const stage = new StageIndex(document.stages).find('copy', from);
  if (stage) offerContainerPaths(scene, containerPaths(scene, { stage }).paths, { rank });
}

function offerFolders(scene: Scene, { step, words, json }: ArgumentPlace): void {
  if (step.name === 'WORKDIR' && words.length > 0) return;
  const { paths } = containerPaths(scene, { stage: step.stage, before: step.start });
  offerContainerPaths(scene, paths, { rank: 1, folders: true });
  const others = scene.document.stages.flatMap((stage) =>
    stage === step.stage
      ? []
      : stage.steps.filter(({ name }) => name === 'WORKDIR').map(({ argument }) => argument.text),
  );
  offerValues(
    scene,
    others.filter((path) => path.startsWith('/')).map((name) => ({ name, doc: 'in another stage' })),
    2,
  );
  const usual = step.name === 'WORKDIR' ? ['/app', '/src', '/usr/src/app'] : ['/data', '/var/lib/', '/var/log/'];
  offerValues(
    scene,
    usual.map((name) => ({ name, doc: '' })),
    5,
  );
  if (step.name === 'VOLUME' && json === undefined && words.length === 0)
    scene.items.add({ label: '["…"]', kind: CompletionItemKind.Snippet, snippet: '["${1:/data}"]', rank: 6 });
}

function offerShells({ items, document }: Scene, { step, words, json }: ArgumentPlace): void {
  if (words.length > 0 || json === 'inside') return;
  const { start, end } = step.argument;
  const typed = document.content.slice(start, end);
  const whole = end > start && !/[\r\n]/.test(typed) ? { start, end, typed } : items.token;
  for (const { name, doc } of shellForms)
    items.add({ label: name, kind: CompletionItemKind.Value, detail: doc, rank: 1, token: whole });
}

function offerHealthcheck({ items, document }: Scene, { step, words }: ArgumentPlace): void {
  if (words.length > 0) return;
  const cased = casingOf(document, step.start);
  const cmd = cased('CMD');
  const kind = CompletionItemKind.Keyword;
  items.add({ label: cmd, kind, snippet: `${cmd} `, detail: 'the command that finds out', rank: 1 });
  if (step.flags.length === 0)
    items.add({ label: cased('NONE'), kind, detail: 'no check, whatever the base image says', rank: 2 });
  const checks: readonly (readonly [string, string])[] = [
    ['curl', 'curl -fsS http://localhost:${1:8080}/ || exit 1'],
    ['wget', 'wget -q --spider http://localhost:${1:8080}/ || exit 1'],
  ];
  for (const [tool, text] of checks)
    items.add({ label: `${cmd} ${tool}…`, kind: CompletionItemKind.Snippet, snippet: `${cmd} ${text}`, rank: 3 });
}
