import { EngineError } from '../../engine/error.ts';
import { explainRefusal, refusalOf } from '../refusal.ts';
import { type Chosen, EcrConversation, type EcrFlowPorts, type EcrImage } from './conversation.ts';
import { type AwsFailure, denied, explainAws } from './failure.ts';
import type { EcrPushed } from './push.ts';
import { mend } from './remedy.ts';

/**
 * Asks for credentials, region, repository and tag, and pushes. Each failure is explained with the ways on, and the
 * person goes on from where it happened; what was answered stays answered. `undefined` when it is left at that. Throws
 * `EngineError` for what lies with the engine, and the abort of a cancelled step.
 */
export async function pushToEcr(image: EcrImage, ports: EcrFlowPorts): Promise<EcrPushed | undefined> {
  using conversation = await EcrConversation.begin(image, ports);
  for (;;) {
    const chosen = await conversation.choosePlace();
    if (chosen === undefined) return undefined;
    try {
      return await conversation.push(chosen);
    } catch (error) {
      const failure = explain(error, chosen, conversation.target);
      if (failure === undefined) throw error;
      ports.ui.log.warn(`Push to Amazon ECR: ${failure.message}`);
      const way = await mend(failure, ports);
      if (way === undefined) return undefined;
      await conversation.goOn(way);
    }
  }
}

/** The failure in words, when it is AWS's; what is the engine's or a cancellation passes. */
function explain(error: unknown, chosen: Chosen, name: string): AwsFailure | undefined {
  if (!(error instanceof EngineError)) return explainAws(error, chosen);
  const refusal = refusalOf(error);
  switch (refusal) {
    case undefined:
      return undefined;
    case 'denied':
      return denied(error.message);
    case 'unauthorized':
    case 'token-expired':
      return {
        cause: 'rejected',
        message: `The registry refuses the token that AWS just gave: ${error.message.trim()}`,
      };
    default:
      throw explainRefusal({ refusal, host: 'Amazon ECR', name, error });
  }
}
