import type { ImageOperations } from '../../engine/engine.ts';
import type { Disposable } from '../../lifecycle.ts';
import type { Ui } from '../../ui/ui.ts';
import type { Aws, AwsConfiguration, AwsSource, EcrApi } from './ecr.ts';
import type { AwsSituation } from './failure.ts';
import { type Memory, recallPlace, recallPush, rememberPush } from './memory.ts';
import { suggestRepositoryName } from './names.ts';
import { type EcrPushed, type EcrTarget, pushToRepository } from './push.ts';
import { askRegion, askSource, sameSource, title } from './questions.ts';
import type { WayOn } from './remedy.ts';
import { askTag } from './repositoryQuestions.ts';
import { chooseRepository, offerToCreate } from './repositoryStep.ts';

/** The image to push. */
export interface EcrImage {
  /** As the engine knows it: a name or an id. */
  readonly source: string;
  /** What its choices are remembered under: its repository's name, or its id. */
  readonly key: string;
  /** What the repository could be called. */
  readonly path: string;
  readonly tag: string;
  /** The region that its own name says, when that is one of Amazon ECR. */
  readonly region?: string;
}

export interface EcrFlowPorts {
  readonly ui: Ui;
  readonly aws: Aws;
  readonly images: Pick<ImageOperations, 'tag' | 'push'>;
  readonly memory: Memory;
  /** The AWS CLI's path, when it is installed. */
  awsCli(): Promise<string | undefined>;
}

/** Credentials' source and region, as chosen: what an error is explained with. */
export type Chosen = AwsSituation;

/** What has been answered so far. A way on takes back what it asks again. */
export class EcrConversation implements Disposable {
  readonly #image: EcrImage;
  readonly #ports: EcrFlowPorts;
  #configuration: AwsConfiguration;
  #source: AwsSource | undefined;
  #region: string | undefined;
  #repository: EcrTarget | undefined;
  #tag: string | undefined;
  #api: EcrApi | undefined;
  /** The repositories cannot be listed, so their name is typed. */
  #unlisted = false;

  private constructor(image: EcrImage, ports: EcrFlowPorts, configuration: AwsConfiguration) {
    this.#image = image;
    this.#ports = ports;
    this.#configuration = configuration;
  }

  static async begin(image: EcrImage, ports: EcrFlowPorts): Promise<EcrConversation> {
    return new EcrConversation(image, ports, await ports.aws.configuration());
  }

  /** `team/web:v1`, as far as it is known, for messages. */
  get target(): string {
    const tag = this.#tag ?? this.#image.tag;
    return this.#repository === undefined ? this.#image.source : `${this.#repository.name}:${tag}`;
  }

  /** Asks for credentials and region, as far as they are not chosen. */
  async choosePlace(): Promise<Chosen | undefined> {
    const { ui, memory } = this.#ports;
    if (this.#source === undefined) {
      const last = this.#repository === undefined ? recallPush(memory, this.#image.key) : undefined;
      const answer = await askSource(ui, this.#configuration, { last, remembered: recallPlace(memory)?.source });
      if (answer === undefined) return undefined;
      if (answer.kind === 'set-up') return this.#setUp();
      this.#source = answer.kind === 'again' ? answer.last.source : answer.source;
      if (answer.kind === 'again') {
        this.#region = answer.last.region;
        this.#repository = { name: answer.last.repository };
      }
    }
    this.#region ??= await askRegion(ui, this.#likelyRegion(this.#source));
    if (this.#region === undefined) return undefined;
    return { source: this.#source, region: this.#region, configuration: this.#configuration };
  }

  /** Asks for repository and tag, as far as they are not chosen, and pushes. */
  async push(chosen: Chosen): Promise<EcrPushed | undefined> {
    const { ui, images, memory } = this.#ports;
    const { source, region } = chosen;
    this.#api ??= await this.#ports.aws.connect({ source, region, mfaCode: (device) => this.#askMfa(device) });
    const api = this.#api;
    const place = { ui, api, region };
    this.#repository ??= await chooseRepository(place, {
      suggested: suggestRepositoryName(this.#image.path),
      last: recallPush(memory, this.#image.key)?.repository,
      unlisted: this.#unlisted,
    });
    if (this.#repository === undefined) return undefined;
    const { name, immutableTags = false } = this.#repository;
    this.#tag ??= await askTag(ui, { repository: name, value: this.#image.tag, immutable: immutableTags });
    if (this.#tag === undefined) return undefined;
    const pushed = await pushToRepository(
      { image: this.#image.source, repository: this.#repository, tag: this.#tag },
      {
        images,
        api,
        attempt: (task) => ui.progress({ title: `Pushing to ${name}`, cancellable: true }, task),
        createRepository: async () => {
          const created = await offerToCreate(place, name);
          if (created !== undefined) this.#repository = created;
          return created;
        },
        anotherTag: async (refused) => {
          this.#tag = await askTag(ui, { repository: name, value: refused, immutable: true, refused });
          return this.#tag;
        },
      },
    );
    if (pushed !== undefined) {
      await rememberPush(memory, this.#image.key, { source, region, repository: pushed.repository.name });
    }
    return pushed;
  }

  /** Takes back what is to be asked or looked up again. */
  async goOn(way: WayOn): Promise<void> {
    if (way === 'again') return;
    if (way === 'name') {
      this.#unlisted = true;
      return;
    }
    this.#disconnect();
    this.#configuration = await this.#ports.aws.configuration();
    if (way === 'reconnect') return;
    this.#unlisted = false;
    this.#repository = undefined;
    this.#region = undefined;
    if (way === 'other-source') this.#source = undefined;
  }

  dispose(): void {
    this.#disconnect();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #disconnect(): void {
    this.#api?.close();
    this.#api = undefined;
  }

  #likelyRegion(source: AwsSource): string | undefined {
    const { profiles, region } = this.#configuration;
    const last = recallPlace(this.#ports.memory);
    const lastOfSource = last !== undefined && sameSource(last.source, source) ? last.region : undefined;
    const own = source.kind === 'profile' ? profiles.find(({ name }) => name === source.name)?.region : undefined;
    return this.#image.region ?? lastOfSource ?? own ?? region ?? last?.region;
  }

  async #askMfa(device: string): Promise<string> {
    const code = await this.#ports.ui.input({
      title,
      prompt: `Code that ${device} shows now`,
      placeholder: '123456',
      validate: (value) => (/^\d{6,8}$/.test(value.trim()) ? undefined : 'The code is made of six digits.'),
    });
    if (code === undefined) throw new DOMException('No code was given.', 'AbortError');
    return code.trim();
  }

  /** Nothing is configured: the AWS CLI can do that, or its guide says how. */
  async #setUp(): Promise<undefined> {
    const { ui } = this.#ports;
    const program = await this.#ports.awsCli();
    if (program === undefined) await ui.openExternal(configureGuide);
    else await ui.runInTerminal({ name: 'aws configure', program, args: ['configure', 'sso'] });
  }
}

const configureGuide = 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html';
