import type { Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** Knows where a file uses its arguments: what the build expands, and names in what a shell or a program is given. */
export class ArgumentUses {
  readonly #file: DockerfileFile;
  /** The places where each stage, or a stage that continues it, has a name; in the order of the file. */
  readonly #places = new Map<Stage, Map<string, number>>();
  readonly #anywhere = new Set<string>();
  /** The last `RUN` of each stage, and of those that continue it, with a program that may read its environment. */
  readonly #readers = new Map<Stage, number>();
  readonly #names: RegExp;

  constructor(file: DockerfileFile, names: readonly string[]) {
    this.#file = file;
    const plain = [...new Set(names)].filter((name) => /^\w+$/.test(name));
    this.#names = file.document.memory.pattern(String.raw`(?<!\w)(?:${plain.join('|') || '(?!)'})(?!\w)`);
    for (const stage of file.stages) this.#read(stage);
    // From the last to the first, so that a stage has all that those have which continue it.
    for (const stage of file.stages.toReversed()) this.#handUp(stage);
  }

  /** Whether something after an `ARG` uses a name of it; of a global one, anything at all. */
  has(name: string, { stage, start }: Step): boolean {
    if (stage.from === undefined) return this.#anywhere.has(name);
    return (this.#places.get(stage)?.get(name) ?? -1) > start;
  }

  /** Whether a `RUN` after an `ARG` starts a program that may look at its environment. */
  mayBeRead({ stage, start }: Step): boolean {
    return (this.#readers.get(stage) ?? -1) > start;
  }

  #read(stage: Stage): void {
    const { image, from } = stage;
    const platform = from?.flag('platform');
    for (const word of [image, platform])
      for (const name of this.#mentioned(word?.text ?? '')) this.#anywhere.add(name);
    for (const step of stage.steps) {
      const about = this.#names;
      for (const name of step.notes.ask({ question: 'uses', about, answer: () => [...this.#usedBy(step)] })) {
        this.#anywhere.add(name);
        this.#note(stage, name, step.start);
      }
      if (step.name === 'ARG' && from !== undefined) for (const { name } of step.assignments) this.#anywhere.add(name);
      if (step.name !== 'RUN') continue;
      const isRead = this.#file.isRead(step);
      const question = { question: 'starts readers', about: isRead, answer: () => this.#startsReader(step) };
      if (step.notes.ask(question)) this.#readers.set(stage, step.start);
    }
  }

  #handUp(stage: Stage): void {
    const { parent } = stage;
    if (parent === undefined) return;
    for (const [name, place] of this.#places.get(stage) ?? []) this.#note(parent, name, place);
    const reader = this.#readers.get(stage);
    if (reader !== undefined) this.#readers.set(parent, Math.max(reader, this.#readers.get(parent) ?? 0));
  }

  #note(stage: Stage, name: string, place: number): void {
    const places = this.#places.get(stage) ?? new Map<string, number>();
    this.#places.set(stage, places);
    places.set(name, Math.max(place, places.get(name) ?? 0));
  }

  #usedBy(step: Step): Iterable<string> {
    if (step.name === 'ARG' || step.name === 'ENV' || step.name === 'LABEL')
      return step.variableUses.map(({ name }) => name);
    return this.#mentioned(this.#file.source.text.slice(step.keyword.end, step.end));
  }

  #mentioned(text: string): string[] {
    return text.match(this.#names) ?? [];
  }

  #startsReader(step: Step): boolean {
    const script = this.#file.script(step);
    if (script === undefined || script.hasError || step.heredocs.length > 0) return true;
    return script.commands.some(({ name }) => !deaf.has(name.text) && name.text !== '');
  }
}

/** Programs that do not look for variables that the file made up. */
const deaf = new Set(
  (
    'apt apt-get apt-cache apt-mark aptitude apk yum dnf microdnf zypper dpkg rpm ' +
    'adduser addgroup useradd groupadd usermod groupmod passwd chpasswd ' +
    'mkdir rm rmdir cp mv ln chmod chown chgrp touch install ls cat echo printf tee test [ [[ true false : ' +
    'cd set exit sleep id pwd which type date uname grep sed awk sort uniq head tail cut tr wc find xargs ' +
    'curl wget tar unzip zip gzip gunzip xz bzip2 sha256sum sha512sum md5sum gpg base64 update-ca-certificates ' +
    'ldconfig locale-gen setcap apt-key add-apt-repository'
  ).split(' '),
);
