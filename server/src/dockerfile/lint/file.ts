import type { Range } from 'vscode-languageserver-types';
import type { LintContext } from '../../language.ts';
import type { LintConfig } from '../../lint/config.ts';
import type { Directives } from '../../lint/directives.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { Command, Script } from '../../shell/script.ts';
import type { ImageConfiguration, ImageInUse } from '../../protocol/requests.ts';
import type { DockerfileDocument } from '../document.ts';
import type { ContextFiles } from '../../workspace/contextFiles.ts';
import type { CopySource } from '../model/copySources.ts';
import type { ShellInUse } from '../model/shells.ts';
import { firstOf, type Stage } from '../model/stage.ts';
import type { StageReference } from '../model/stageReferences.ts';
import type { Source, Step } from '../model/step.ts';
import { FileFacts } from './facts.ts';
import { grouped } from './grouped.ts';
import type { Values } from './values.ts';

export interface FileOptions {
  readonly config: LintConfig;
  readonly buildArgs?: LintContext['buildArgs'];
  readonly dockerignore?: LintContext['dockerignore'];
  /** What was seen of the build context beforehand; absent when nothing was looked for. */
  readonly contextFiles?: ContextFiles | undefined;
  /** What the engine has of the images that the file names, by these names; absent where nobody knows. */
  readonly images?: ReadonlyMap<string, ImageInUse> | undefined;
  /** The named contexts that the file's builds are given, as far as that is known. */
  readonly namedContexts?: ReadonlySet<string> | undefined;
  /** Absent: nothing is known about what a `RUN` does. */
  readonly shell?: ShellParser | undefined;
}

/** A command of a `RUN`, also of one that an `ONBUILD` will run. */
export interface CommandUse {
  readonly step: Step;
  readonly script: Script;
  readonly command: Command;
}

/** The part of a file that is looked at. */
export interface Selection {
  readonly stages: readonly Stage[];
  /** In the order of the file, `FROM`s too. */
  readonly steps: readonly Step[];
}

/** What the rules see of a Dockerfile, or of a part of it: its stages and steps, what runs in them, and what was configured. */
export class DockerfileFile {
  readonly document: DockerfileDocument;
  readonly config: LintConfig;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly stages: readonly Stage[];
  readonly directives: Directives;
  readonly source: Source;
  readonly values: Values;
  /** The line ending that the file uses. */
  readonly eol: string;
  readonly dockerignore: LintContext['dockerignore'];
  /** What was seen of the build context; set before the rules run, as it is looked for by what the file copies. */
  contextFiles: ContextFiles | undefined;
  readonly #options: FileOptions;
  readonly #facts: FileFacts;
  readonly #steps: readonly Step[];
  #withTriggers: readonly Step[] | undefined;
  #byName: ReadonlyMap<string, readonly Step[]> | undefined;
  #runs: ReadonlyMap<string, readonly Step[]> | undefined;
  readonly #uses = new Map<string, readonly CommandUse[]>();

  constructor(document: DockerfileDocument, options: FileOptions, part?: Selection & { readonly of: DockerfileFile }) {
    const facts = part ? part.of.#facts : new FileFacts(document, options);
    this.document = document;
    this.config = options.config;
    this.buildArgs = facts.buildArgs;
    this.stages = part?.stages ?? facts.stages;
    this.directives = facts.directives;
    this.source = facts.source;
    this.values = facts.values;
    this.eol = part?.of.eol ?? (document.content.includes('\r\n') ? '\r\n' : '\n');
    this.dockerignore = options.dockerignore;
    this.contextFiles = part?.of.contextFiles ?? options.contextFiles;
    this.#options = options;
    this.#facts = facts;
    this.#steps = part?.steps ?? facts.steps;
  }

  /** The same file for who shall look at a part of it only; what was found out about it is shared. */
  part(selection: Selection): DockerfileFile {
    return new DockerfileFile(this.document, this.#options, { ...selection, of: this });
  }

  /** The instructions before the first `FROM`: global arguments. Of a part, too, those of the whole file. */
  get globals(): Stage | undefined {
    const [first] = this.#facts.stages;
    return first?.from === undefined ? first : undefined;
  }

  /** Every step in the order of the file, `FROM`s too. With `onbuild`, triggers after their `ONBUILD`. */
  steps({ onbuild = false }: { readonly onbuild?: boolean } = {}): readonly Step[] {
    if (!onbuild) return this.#steps;
    return (this.#withTriggers ??= this.#steps.flatMap((step) => {
      const trigger = this.#facts.trigger(step);
      return trigger ? [step, trigger] : step;
    }));
  }

  /** The names of its instructions, those inside an `ONBUILD` too. */
  instructionNames(): Iterable<string> {
    this.#byName ??= grouped(this.steps({ onbuild: true }), (step) => step.name);
    return this.#byName.keys();
  }

  /** The steps of one instruction in the order of the file, those inside an `ONBUILD` too. Costs nothing when asked again. */
  all(name: string): readonly Step[] {
    this.#byName ??= grouped(this.steps({ onbuild: true }), (step) => step.name);
    return this.#byName.get(name) ?? [];
  }

  /** Every place that names a stage or an image, in the order of the file; of a part, too, those of the whole file. */
  get references(): readonly StageReference[] {
    return this.#facts.references;
  }

  /** Whether a name is that of a context which a build of the file is given, and so of no image or stage that has to be there. */
  isNamedContext(name: string): boolean {
    return this.#options.namedContexts?.has(name) === true;
  }

  /** What the engine has of an image, by the name that the file has for it; `undefined` when it is not known. */
  image(name: string | undefined): ImageInUse | undefined {
    return name === undefined ? undefined : this.#options.images?.get(name);
  }

  /** What a stage takes over from the image that it, or the first of those that it continues, starts from, if that is known. */
  baseImage(stage: Stage): ImageConfiguration | undefined {
    return this.image(firstOf(stage).base)?.image;
  }

  /** Whether another stage starts from this one. */
  isContinued(stage: Stage): boolean {
    return this.#facts.continued.has(stage);
  }

  /** Whether the stage's layers get into an image that is kept: it is the last one, or is continued. */
  isShipped(stage: Stage): boolean {
    return this.isContinued(stage) || stage === this.#facts.stages.at(-1);
  }

  /** Every name that an `ARG` or `ENV` of the file sets, but for those in an `ONBUILD`. */
  get declaredNames(): ReadonlySet<string> {
    return this.#facts.declaredNames;
  }

  /** The references of `COPY` and mounts that no build can follow: the stage needs theirs. */
  get circular(): ReadonlySet<StageReference> {
    return this.#facts.circular;
  }

  /** The commands of all `RUN`s that run one of the programs, in the order of the file for each program. */
  commands(...programs: readonly string[]): readonly CommandUse[] {
    const [only = '', ...others] = programs;
    return others.length === 0 ? this.#usesOf(only) : programs.flatMap((program) => this.#usesOf(program));
  }

  /** The same, for programs that come under many names: `pip3.12`, `/venv/bin/pip`. */
  commandsMatching(program: RegExp): readonly CommandUse[] {
    return [...this.#runsByProgram.keys()].flatMap((name) => (program.test(name) ? this.#usesOf(name) : []));
  }

  #usesOf(program: string): readonly CommandUse[] {
    const known = this.#uses.get(program);
    if (known !== undefined) return known;
    const uses: CommandUse[] = [];
    for (const step of this.#runsByProgram.get(program) ?? []) {
      const script = this.script(step);
      for (const command of script?.commands ?? [])
        if (script && command.name.text === program) uses.push({ step, script, command });
    }
    this.#uses.set(program, uses);
    return uses;
  }

  /** The `RUN`s by the programs that they run. */
  get #runsByProgram(): ReadonlyMap<string, readonly Step[]> {
    if (this.#runs) return this.#runs;
    const runs = new Map<string, Step[]>();
    for (const step of this.all('RUN'))
      for (const program of this.#facts.programs(step)) {
        const known = runs.get(program);
        if (known) known.push(step);
        else runs.set(program, [step]);
      }
    return (this.#runs = runs);
  }

  /** What the file's `COPY`s and `ADD`s take from the build context; those of `ONBUILD` take it from another one. */
  copySources(): readonly CopySource[] {
    return this.#facts.copySources;
  }

  /** What an instruction runs; `undefined` when it runs nothing or no shell that can be read. */
  script(step: Step): Script | undefined {
    return this.#facts.script(step);
  }

  /** Whether what an instruction would run is looked into: its shell is one that can be read. */
  isRead(step: Step): boolean {
    return this.#facts.isRead(step);
  }

  /** The programs that a `RUN` runs, by itself or behind an `ONBUILD`. */
  programs(step: Step): readonly string[] {
    return this.#facts.programs(step);
  }

  shellOf(step: Step): ShellInUse {
    return this.#facts.shellOf(step);
  }

  range({ start, end }: { readonly start: number; readonly end: number }): Range {
    const { text } = this.document;
    return { start: text.positionAt(start), end: text.positionAt(end) };
  }
}
