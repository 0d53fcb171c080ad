import { engineContract } from '../../support/engineContract.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const engine = new MemoryEngine();
const image = 'gantry-test/contract:base';
engine.addImage({ tags: [image] });

engineContract(() => ({ engine, image, labels: {} }));
