import type { ImageOperations } from '../../engine/engine.ts';
import type { Disposable } from '../../lifecycle.ts';
import type { Ui } from '../../ui/ui.ts';
import type { Aws, AwsConfiguration, AwsSource, EcrApi, EcrRepository } from './ecr.ts';
import type { AwsSituation } from './failure.ts';
import { type Memory, recallPlace, recallPush, rememberPush } from './memory.ts';
import { suggestRepositoryName } from './names.ts';
import { type EcrPushed, type EcrTarget, pushToRepository } from './push.ts';
import { askRegion, askSource, sameSource, title } from './questions.ts';
import type { WayOn } from './remedy.ts';
import { askNewRepository, askRepository, askRepositoryName, askTag } from './repositoryQuestions.ts';

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
    const api = (this.#api ??= this.#ports.aws.connect({ source, region, mfaCode: (device) => this.#askMfa(device) }));
    this.#repository ??= await this.#chooseRepository(api, region);
    if (this.#repository === undefined) return undefined;
    const repository = this.#repository;
    this.#tag ??= await askTag(ui, {
      repository: repository.name,
      value: this.#image.tag,
      immutable: repository.immutableTags ?? false,
    });
    if (this.#tag === undefined) return undefined;
    const pushed = await pushToRepository(
      { image: this.#image.source, repository, tag: this.#tag },
      {
        images,
        api,
        attempt: (task) => ui.progress({ title: `Pushing to ${repository.name}`, cancellable: true }, task),
        createRepository: (name) => this.#createMissing(api, { name, region }),
        anotherTag: async (tag, name) => {
          this.#tag = await askTag(ui, { repository: name, value: tag, immutable: true, refused: tag });
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

  async #chooseRepository(api: EcrApi, region: string): Promise<EcrTarget | undefined> {
    const { ui } = this.#ports;
    const suggested = suggestRepositoryName(this.#image.path);
    if (this.#unlisted) {
      const prompt = `Name of the repository in ${region}`;
      const name = await askRepositoryName(ui, { prompt, value: suggested, taken: [] });
      return name === undefined ? undefined : { name };
    }
    const known = await this.#list(api, region);
    const preselected = recallPush(this.#ports.memory, this.#image.key)?.repository ?? suggested;
    const answer = await askRepository(ui, known, { region, preselected });
    if (answer === undefined || answer.kind === 'existing') return answer?.repository;
    const taken = known.map(({ name }) => name);
    const prompt = `Name of the new repository in ${region}`;
    const value = taken.includes(suggested) ? '' : suggested;
    const name = answer.name ?? (await askRepositoryName(ui, { prompt, value, taken }));
    return name === undefined ? undefined : this.#create(api, { name, region });
  }

  #list(api: EcrApi, region: string): Promise<EcrRepository[]> {
    const options = { title: `Listing repositories in ${region}`, cancellable: true };
    return this.#ports.ui.progress(options, async (report, signal) => {
      const found: EcrRepository[] = [];
      for await (const page of api.repositories(signal)) {
        found.push(...page);
        report({ message: `${found.length}` });
      }
      return found;
    });
  }

  /** A repository that was chosen turned out not to be there. */
  async #createMissing(api: EcrApi, where: { name: string; region: string }): Promise<EcrRepository | undefined> {
    const create = await this.#ports.ui.confirm({
      message: `There is no repository ${where.name} in ${where.region}.`,
      detail: 'Create it and push again?',
      action: 'Create…',
    });
    if (!create) return undefined;
    const created = await this.#create(api, where);
    if (created !== undefined) this.#repository = created;
    return created;
  }

  async #create(api: EcrApi, { name, region }: { name: string; region: string }): Promise<EcrRepository | undefined> {
    const { ui } = this.#ports;
    const wanted = await askNewRepository(ui, { name, region });
    if (wanted === undefined) return undefined;
    return ui.progress({ title: `Creating ${name} in ${region}`, cancellable: true }, (_report, signal) =>
      api.createRepository(wanted, signal),
    );
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
