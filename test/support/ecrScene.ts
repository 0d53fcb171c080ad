import { expect } from 'vitest';
import type { ImageOperations, RegistryCredentials, TransferEvent } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { EcrImage } from '../../client/src/registry/ecr/conversation.ts';
import { pushToEcr } from '../../client/src/registry/ecr/flow.ts';
import { ecrRepository, FakeAws } from './fakeAws.ts';
import { ScriptedUi } from './ui.ts';

export const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
export const digest = `sha256:${'ab'.repeat(32)}`;
export const title = 'Push to Amazon ECR';
export const web: EcrImage = { source: 'team/web:1', key: 'team/web', path: 'team/web', tag: '1' };

/** The engine's part: writes down what it is asked, and refuses pushes as told, one after the other. */
class FakeImages implements Pick<ImageOperations, 'tag' | 'push'> {
  readonly asked: string[] = [];
  readonly refusals: string[] = [];
  readonly passwords: (string | undefined)[] = [];

  async tag(reference: string, target: { repository: string; tag: string }): Promise<void> {
    this.asked.push(`tag ${reference} ${target.repository}:${target.tag}`);
  }

  async *push(
    reference: string,
    { credentials }: { credentials?: RegistryCredentials },
    signal: AbortSignal,
  ): AsyncGenerator<TransferEvent> {
    signal.throwIfAborted();
    this.asked.push(`push ${reference}`);
    this.passwords.push(credentials?.password);
    yield { kind: 'layer', id: 'a', status: 'Pushing', current: 1, total: 2 };
    const refusal = this.refusals.shift();
    if (refusal !== undefined) throw new EngineError('failed', refusal);
    yield { kind: 'done', digest };
  }
}

/** A push to ECR with a scripted person, a fake AWS and a fake engine. */
export class Scene {
  readonly ui = new ScriptedUi();
  readonly aws = new FakeAws();
  readonly images = new FakeImages();
  readonly memory = new Map<string, unknown>();
  awsCli: string | undefined;

  run(image: EcrImage = web): ReturnType<typeof pushToEcr> {
    return pushToEcr(image, {
      ui: this.ui,
      aws: this.aws,
      images: this.images,
      memory: {
        remember: async (key, value) => void this.memory.set(key, value),
        recall: (key) => this.memory.get(key),
      },
      awsCli: async () => this.awsCli,
    });
  }

  /** Answers the questions up to the tag. */
  answer(repository = 'team/web', tag = '1'): this {
    this.ui.onPick(title, 'default').onPick(title, 'eu-west-1').onPick(title, repository).onInput(title, tag);
    return this;
  }

  done(): void {
    this.ui.done();
    expect(this.aws.open).toBe(0);
  }
}

/** A scene in whose region these repositories are. */
export function scene(...repositories: string[]): Scene {
  const scene = new Scene();
  scene.aws.repositories = repositories.map((name) => ecrRepository(name));
  return scene;
}
