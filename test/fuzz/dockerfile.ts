import { dockerfile } from '../../server/src/dockerfile/service.ts';
import { dockerfileText, extremeTexts } from '../support/dockerfileTexts.ts';
import { fuzz } from '../support/fuzzing.ts';

/** `npm run fuzz -- --count 2000 --seed 1`; seeds that failed stand in the test of the same name. */
await fuzz({
  uri: 'file:///fuzz/Dockerfile',
  language: dockerfile,
  warmUp: 'FROM a\nRUN a | b\n',
  text: dockerfileText,
  extremes: extremeTexts,
});
