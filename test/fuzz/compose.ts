import { compose } from '../../server/src/compose/service.ts';
import { composeFuzzText, extremeComposeTexts } from '../support/composeTexts.ts';
import { corpusComposeFiles } from '../support/corpus.ts';
import { composeCases } from '../support/conformance.ts';
import { fuzz } from '../support/fuzzing.ts';

/** Where they are at hand, real files and the loader's own cases are spoilt in every other text. */
const others = [
  ...(await corpusComposeFiles()).map(({ text }) => text),
  ...(await composeCases()).flatMap(({ yaml, files }) => yaml ?? files?.map(({ text }) => text) ?? []),
];

/** `npm run fuzz:compose -- --count 2000 --seed 1`; seeds that failed stand in the test of the same name. */
await fuzz({
  uri: 'file:///fuzz/compose.yaml',
  language: compose,
  warmUp: 'services:\n  web:\n    image: a:${B}\n',
  text: (seed) => composeFuzzText(seed, others.length > 0 && seed % 2 === 0 ? others : undefined),
  extremes: extremeComposeTexts,
});
