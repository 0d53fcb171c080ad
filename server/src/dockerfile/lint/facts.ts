import { readDirectives, type Directives } from '../../lint/directives.ts';
import { lastIndex } from '../../lint/lastIndex.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { Script } from '../../shell/script.ts';
import type { DockerfileDocument } from '../document.ts';
import { circularReferences } from '../model/circles.ts';
import { copySources, type CopySource } from '../model/copySources.ts';
import { readScript } from '../model/script.ts';
import { Shells, type ShellInUse } from '../model/shells.ts';
import { readStages, triggerOf, type Stage } from '../model/stage.ts';
import { stageReferences, type StageReference } from '../model/stageReferences.ts';
import type { Source, Step } from '../model/step.ts';
import type { FileOptions } from './file.ts';
import { Values } from './values.ts';

/** What is found out about a Dockerfile once, however many rules ask for it and whatever part of the file they look at. */
export class FileFacts {
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly source: Source;
  readonly stages: readonly Stage[];
  /** In the order of the file, `FROM`s too. */
  readonly steps: readonly Step[];
  readonly values: Values;
  readonly directives: Directives;
  readonly #document: DockerfileDocument;
  readonly #shell: ShellParser | undefined;
  readonly #shells: Shells;
  readonly #scripts = new Map<Step, Script | undefined>();
  readonly #triggers = new Map<Step, Step | undefined>();
  readonly #plain: boolean;
  #continued: ReadonlySet<Stage | undefined> | undefined;
  #declaredNames: ReadonlySet<string> | undefined;
  #circular: ReadonlySet<StageReference> | undefined;
  #references: readonly StageReference[] | undefined;
  #copySources: readonly CopySource[] | undefined;

  constructor(document: DockerfileDocument, { config, buildArgs = {}, shell }: FileOptions) {
    const { parsed, content } = document;
    this.#document = document;
    this.#shell = shell;
    this.buildArgs = buildArgs;
    this.source = { text: content, escape: parsed.escape };
    // Without build arguments the document has read them already, or will for other features.
    this.#plain = Object.keys(buildArgs).length === 0;
    this.stages = this.#plain ? document.stages : readStages(parsed.instructions, { source: this.source, buildArgs });
    this.steps = this.stages.flatMap(({ from, steps }) => (from ? [from, ...steps] : steps));
    this.values = this.#plain ? document.values : new Values(this.stages, buildArgs);
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

  /** The stages that others start from. */
  get continued(): ReadonlySet<Stage | undefined> {
    return (this.#continued ??= new Set(this.stages.map(({ parent }) => parent)));
  }

  get declaredNames(): ReadonlySet<string> {
    return (this.#declaredNames ??= new Set(
      this.steps.flatMap((step) => {
        if (step.name !== 'ARG' && step.name !== 'ENV') return [];
        const answer = (): readonly string[] => step.assignments.map(({ name }) => name);
        return step.notes.ask({ question: 'declares', answer });
      }),
    ));
  }

  get references(): readonly StageReference[] {
    if (this.#plain) return this.#document.references;
    return (this.#references ??= stageReferences(this.stages, this.source));
  }

  get circular(): ReadonlySet<StageReference> {
    return (this.#circular ??= circularReferences(this.stages, this.references));
  }

  get copySources(): readonly CopySource[] {
    return (this.#copySources ??= this.steps.flatMap((step) => {
      if (step.name !== 'COPY' && step.name !== 'ADD') return [];
      const values = this.values.at(step);
      return copySources(step, (name) => values.get(name));
    }));
  }

  script(step: Step): Script | undefined {
    if (!this.#scripts.has(step)) this.#scripts.set(step, this.#readScript(step));
    return this.#scripts.get(step);
  }

  /** The programs that a step runs. Known from the version before where the step is as it was, without reading its script. */
  programs(step: Step): readonly string[] {
    const run = this.trigger(step) ?? step;
    if (run.name !== 'RUN' || !this.isRead(run)) return [];
    const answer = (): readonly string[] => [...new Set(this.script(run)?.commands.map(({ name }) => name.text))];
    return run.notes.ask({ question: 'programs', answer });
  }

  /** Whether what the step runs is looked into. */
  isRead(step: Step): boolean {
    return this.#shell !== undefined && this.shellOf(step).posix;
  }

  shellOf(step: Step): ShellInUse {
    return this.#shells.of(step);
  }

  trigger(step: Step): Step | undefined {
    if (step.name !== 'ONBUILD') return undefined;
    if (!this.#triggers.has(step)) this.#triggers.set(step, triggerOf(step, this.source));
    return this.#triggers.get(step);
  }

  #readScript(step: Step): Script | undefined {
    if (this.#shell === undefined || !this.isRead(step)) return undefined;
    return readScript(step, { source: this.source, shell: this.#shell });
  }

  /** The line where the instruction begins that a line belongs to; itself between instructions. */
  #ownerOf(line: number): number {
    const step = this.steps[lastIndex(this.steps, ({ startLine }) => startLine <= line)];
    return step !== undefined && line <= step.endLine ? step.startLine : line;
  }
}
