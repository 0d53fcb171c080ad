import { CompletionItemKind } from 'vscode-languageserver-types';
import { chain, type Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { quotedWords } from '../model/quotedWords.ts';
import { imageUsers } from '../reference/users.ts';
import { imageName } from './imageNames.ts';
import type { Scene } from './scene.ts';

interface Account {
  readonly name: string;
  readonly id?: string | undefined;
  readonly group: boolean;
  readonly line: number;
}

/** Options of `useradd`, `adduser`, `groupadd` and `addgroup` that take a word. */
const valued =
  /^(-[bcdegGhkKpsuZ]|--(base-dir|comment|home-dir|home|expiredate|gid|groups|ingroup|gecos|key|password|shell|uid|selinux-user|conf|firstuid|lastuid))$/;

/** The users and groups that the `RUN`s of the stage make before a step, and of the stages that it continues. */
export function accountsBefore(step: Step): Account[] {
  const accounts = new Map<string, Account>();
  for (const stage of chain(step.stage).toReversed())
    for (const run of stage.steps) {
      if (stage === step.stage && run.start >= step.start) break;
      if (run.name !== 'RUN') continue;
      for (const account of accountsIn(run)) accounts.set(`${account.group ? ':' : ''}${account.name}`, account);
    }
  return [...accounts.values()];
}

function* accountsIn(run: Step): Iterable<Account> {
  const bodies = run.heredocs.map(({ body }) => run.textOf(body));
  for (const script of [run.line.text, ...bodies])
    for (const [, command = '', rest = ''] of script.matchAll(/\b(useradd|adduser|groupadd|addgroup)\b([^&|;\n]*)/g)) {
      const words = quotedWords(rest, '\\').map(({ text }) => text);
      let id: string | undefined;
      let name: string | undefined;
      for (const [at, word] of words.entries()) {
        if (isValued(words[at - 1] ?? '', command)) continue;
        if (/^(-u|--uid)$/.test(word) || (command.includes('group') && /^(-g|--gid)$/.test(word))) id = words[at + 1];
        id ??= /^--(?:uid|gid)=(\d+)$/.exec(word)?.[1];
        if (!word.startsWith('-')) name ??= word;
      }
      if (name !== undefined && /^[a-z_][\w.-]*$/i.test(name))
        yield { name, id, group: command.includes('group'), line: run.startLine + 1 };
    }
}

function isValued(word: string, command: string): boolean {
  return valued.test(word) || (word === '-f' && command === 'useradd');
}

/** What `USER` takes: users that the file makes, those of the base image, numbers, root last. */
export function offerUsers({ items }: Scene, step: Step, { groups = false }: { readonly groups?: boolean } = {}): void {
  const add = (label: string, detail: string, rank: number): void => {
    items.add({ label, kind: CompletionItemKind.Value, detail, rank });
  };
  const accounts = accountsBefore(step);
  const colon = /^([^:]+:)/.exec(items.token.typed)?.[1] ?? '';
  for (const { name, id, group, line } of accounts) {
    if (colon !== '') {
      add(`${colon}${name}`, `${group ? 'group' : 'user'} made in line ${line}`, group ? 1 : 2);
      continue;
    }
    if (group) continue;
    if (groups) add(`${name}:${accounts.find((other) => other.group)?.name ?? name}`, `made in line ${line}`, 1);
    add(name, `user made in line ${line}`, 1);
    if (id !== undefined && /^\d+$/.test(id)) add(id, `the number of ${name}`, 2);
  }
  if (colon !== '') return;
  const name = imageName(rootOf(step.stage));
  for (const { image, user, doc } of imageUsers)
    if (image.test(name)) {
      add(user, doc, 3);
      if (groups) add(`${user}:${user}`, doc, 3);
    }
  for (const { text } of earlierUsers(step)) add(text, 'used in this file', 4);
  if (groups) add('1000:1000', 'the first user of most systems', 5);
  else add('1000', 'the first user of most systems', 5);
  add('65534', 'nobody', 6);
  add(groups ? 'root:root' : 'root', 'all privileges', 8);
}

/** What `--chown` takes. */
export function offerOwners(scene: Scene, step: Step): void {
  offerUsers(scene, step, { groups: true });
}

function rootOf(stage: Stage): string {
  return chain(stage).at(-1)?.base ?? '';
}

function* earlierUsers(step: Step): Iterable<{ readonly text: string }> {
  for (const stage of chain(step.stage))
    for (const { name, words, start } of stage.steps)
      if (name === 'USER' && start < step.start && words[0]) yield words[0];
}
