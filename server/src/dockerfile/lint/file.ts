import type { Range } from 'vscode-languageserver-types';
import type { LintContext } from '../../language.ts';
import type { LintConfig } from '../../lint/config.ts';
import { readDirectives, type Directives } from '../../lint/directives.ts';
import { lastIndex } from '../../lint/lastIndex.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { Command, Script } from '../../shell/script.ts';
import type { ImageConfiguration, ImageInUse } from '../../protocol/requests.ts';
import type { DockerfileDocument } from '../document.ts';
import { circularReferences } from '../model/circles.ts';
import type { ContextFiles } from '../../workspace/contextFiles.ts';
import { copySources, type CopySource } from '../model/copySources.ts';
import { readScript } from '../model/script.ts';
import { Shells, type ShellInUse } from '../model/shells.ts';
import { chain, readStages, triggerOf, type Stage } from '../model/stage.ts';
import { stageReferences, type StageReference } from '../model/stageReferences.ts';
import type { Source, Step } from '../model/step.ts';
import { grouped } from './grouped.ts';
import { Values } from './values.ts';

export interface FileOptions {
  readonly config: LintConfig;
  readonly buildArgs?: LintContext['buildArgs'];
  readonly dockerignore?: LintContext['dockerignore'];
  /** What was seen of the build context beforehand; absent when nothing was looked for. */
  readonly contextFiles?: ContextFiles | undefined;
  /** What the engine has of the images that the file names, by these names; absent where nobody knows. */
  readonly images?: ReadonlyMap<string, ImageInUse> | undefined;
  /** Absent: nothing is known about what a `RUN` does. */
  readonly shell?: ShellParser | undefined;
}

/** A command of a `RUN`, also of one that an `ONBUILD` will run. */
export interface CommandUse {
  readonly step: Step;
  readonly script: Script;
  readonly command: Command;
}

/** What the rules see of a Dockerfile: its stages and steps, what runs in them, and what was configured. */
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
  readonly #images: ReadonlyMap<string, ImageInUse> | undefined;
  readonly #shell: ShellParser | undefined;
  readonly #shells: Shells;
  readonly #scripts = new Map<Step, Script | undefined>();
  readonly #plain: boolean;
  #ordered: readonly Step[] | undefined;
  readonly #triggers = new Map<Step, Step | undefined>();
  #circular: ReadonlySet<StageReference> | undefined;
  #references: readonly StageReference[] | undefined;
  #byName: ReadonlyMap<string, readonly Step[]> | undefined;
  #commands: ReadonlyMap<string, readonly CommandUse[]> | undefined;
  #copySources: readonly CopySource[] | undefined;

  constructor(
    document: DockerfileDocument,
    { config, buildArgs = {}, dockerignore, contextFiles, images, shell }: FileOptions,
  ) {
    const { parsed, content } = document;
    this.document = document;
    this.config = config;
    this.buildArgs = buildArgs;
    this.dockerignore = dockerignore;
    this.contextFiles = contextFiles;
    this.#images = images;
    this.#shell = shell;
    this.source = { text: content, escape: parsed.escape };
    // Without build arguments the document has read them already, or will for other features.
    this.#plain = Object.keys(buildArgs).length === 0;
    this.stages = this.#plain ? document.stages : readStages(parsed.instructions, { source: this.source, buildArgs });
    this.values = this.#plain ? document.values : new Values(this.stages, buildArgs);
    this.eol = content.includes('\r\n') ? '\r\n' : '\n';
    const check = buildArgs['BUILDKIT_DOCKERFILE_CHECK'];
    this.directives = readDirectives({
      comments: parsed.comments,
      head: parsed.head,
      ownerOf: (line) => this.#ownerOf(line),
      sections: this.stages.flatMap(({ from }) => (from ? [from.startLine] : [])),
      pragmasDisabled: config.disableIgnorePragma === true,
      ...(check !== undefined && { check }),
    });
    this.#shells = new Shells(this.stages, this.directives.shells);
  }

  /** Every step in the order of the file, `FROM`s too. With `onbuild`, triggers after their `ONBUILD`. */
  *steps({ onbuild = false }: { readonly onbuild?: boolean } = {}): Iterable<Step> {
    for (const stage of this.stages) {
      if (stage.from) yield stage.from;
      for (const step of stage.steps) {
        yield step;
        const trigger = onbuild ? this.#trigger(step) : undefined;
        if (trigger) yield trigger;
      }
    }
  }

  /** The steps of one instruction in the order of the file, those inside an `ONBUILD` too. Costs nothing when asked again. */
  all(name: string): readonly Step[] {
    this.#byName ??= grouped(this.steps({ onbuild: true }), (step) => step.name);
    return this.#byName.get(name) ?? [];
  }

  /** Every place that names a stage or an image, in the order of the file. */
  get references(): readonly StageReference[] {
    if (this.#plain) return this.document.references;
    return (this.#references ??= stageReferences(this.stages, this.source));
  }

  /** What the engine has of an image, by the name that the file has for it; `undefined` when it is not known. */
  image(name: string | undefined): ImageInUse | undefined {
    return name === undefined ? undefined : this.#images?.get(name);
  }

  /** What a stage takes over from the image that it, or the first of those that it continues, starts from, if that is known. */
  baseImage(stage: Stage): ImageConfiguration | undefined {
    return this.image(chain(stage).at(-1)?.base)?.image;
  }

  /** The references of `COPY` and mounts that no build can follow: the stage needs theirs. */
  get circular(): ReadonlySet<StageReference> {
    return (this.#circular ??= circularReferences(this.stages, this.references));
  }

  /** The commands of all `RUN`s that run one of the programs, in the order of the file for each program. */
  commands(...programs: readonly string[]): readonly CommandUse[] {
    const index = this.#commandIndex;
    const [only = '', ...others] = programs;
    if (others.length === 0) return index.get(only) ?? [];
    return programs.flatMap((program) => index.get(program) ?? []);
  }

  /** The same, for programs that come under many names: `pip3.12`, `/venv/bin/pip`. */
  commandsMatching(program: RegExp): readonly CommandUse[] {
    return [...this.#commandIndex].flatMap(([name, uses]) => (program.test(name) ? uses : []));
  }

  get #commandIndex(): ReadonlyMap<string, readonly CommandUse[]> {
    return (this.#commands ??= grouped(this.#commandUses(), ({ command }) => command.name.text));
  }

  *#commandUses(): Iterable<CommandUse> {
    for (const step of this.all('RUN')) {
      const script = this.script(step);
      for (const command of script?.commands ?? []) if (script) yield { step, script, command };
    }
  }

  /** What the file's `COPY`s and `ADD`s take from the build context; those of `ONBUILD` take it from another one. */
  copySources(): readonly CopySource[] {
    this.#copySources ??= [...this.all('COPY'), ...this.all('ADD')].flatMap((step) => {
      if (step.onbuild !== undefined) return [];
      const values = this.values.at(step);
      return copySources(step, (name) => values.get(name));
    });
    return this.#copySources;
  }

  /** What an instruction runs; `undefined` when it runs nothing or no shell that can be read. */
  script(step: Step): Script | undefined {
    if (!this.#scripts.has(step)) this.#scripts.set(step, this.#readScript(step));
    return this.#scripts.get(step);
  }

  shellOf(step: Step): ShellInUse {
    return this.#shells.of(step);
  }

  range({ start, end }: { readonly start: number; readonly end: number }): Range {
    const { text } = this.document;
    return { start: text.positionAt(start), end: text.positionAt(end) };
  }

  #readScript(step: Step): Script | undefined {
    if (this.#shell === undefined || !this.shellOf(step).posix) return undefined;
    return readScript(step, { source: this.source, shell: this.#shell });
  }

  #trigger(step: Step): Step | undefined {
    if (step.name !== 'ONBUILD') return undefined;
    if (!this.#triggers.has(step)) this.#triggers.set(step, triggerOf(step, this.source));
    return this.#triggers.get(step);
  }

  /** The line where the instruction begins that a line belongs to; itself between instructions. */
  #ownerOf(line: number): number {
    this.#ordered ??= [...this.steps()];
    const step = this.#ordered[lastIndex(this.#ordered, ({ startLine }) => startLine <= line)];
    return step !== undefined && line <= step.endLine ? step.startLine : line;
  }
}
