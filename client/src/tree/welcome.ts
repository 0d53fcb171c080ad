import type { WayOut } from '../ui/explain.ts';
import { waysOut } from '../ui/explain.ts';
import type { Welcome } from './presentation.ts';
import type { ViewId } from './viewOptions.ts';

/** What an empty view says: paragraphs, each with the buttons below it. package.json's `viewsWelcome` follows from it. */
interface WelcomeText {
  readonly views: readonly ViewId[];
  readonly when: Exclude<Welcome, ''>;
  readonly paragraphs: readonly (readonly [text: string, ...buttons: readonly WayOut[]])[];
}

const both: readonly ViewId[] = ['gantry.containers', 'gantry.images'];
const itself = 'Gantry goes on trying: as soon as the engine answers, it is here.';
const start: WayOut = { title: 'How to start it', command: 'gantry.engine.howToStart' };

export const welcomeTexts: readonly WelcomeText[] = [
  {
    views: both,
    when: 'no-socket',
    paragraphs: [
      ['No container engine was found.', start],
      ['If it listens elsewhere:', waysOut.chooseContext, waysOut.setHost],
      [itself],
    ],
  },
  {
    views: both,
    when: 'refused',
    paragraphs: [
      ['The container engine is not running: nothing answers at its address.', start],
      ['If another one is meant:', waysOut.chooseContext, waysOut.setHost],
      [itself],
    ],
  },
  {
    views: both,
    when: 'no-permission',
    paragraphs: [
      ['The container engine is there, but you may not open its socket.', waysOut.join, waysOut.retry],
      ['If another one is meant:', waysOut.chooseContext],
    ],
  },
  {
    views: both,
    when: 'tls',
    paragraphs: [
      ['No trusted connection to the container engine could be made: a certificate is missing, wrong or not trusted.'],
      ['The log says which.', waysOut.log, waysOut.retry, waysOut.chooseContext, waysOut.settings],
    ],
  },
  {
    views: both,
    when: 'context',
    paragraphs: [
      ['The Docker context is not there or cannot be read.', waysOut.chooseContext, waysOut.settings],
      ['The log says more.', waysOut.log],
    ],
  },
  {
    views: both,
    when: 'lost',
    paragraphs: [['The connection to the container engine broke off.', waysOut.retry, waysOut.log], [itself]],
  },
  {
    views: both,
    when: 'silent',
    paragraphs: [
      ['The machine of the container engine does not answer.', waysOut.retry],
      ['If another one is meant:', waysOut.chooseContext, waysOut.setHost],
      [itself],
    ],
  },
  {
    views: both,
    when: 'unauthorized',
    paragraphs: [['The container engine asks for credentials and refuses these.', waysOut.chooseContext, waysOut.log]],
  },
  {
    views: both,
    when: 'unsupported',
    paragraphs: [
      [
        'Gantry cannot talk to this container engine yet: it is reached over SSH, or has no version of the API in common.',
        waysOut.chooseContext,
      ],
      ['The log says more.', waysOut.log],
    ],
  },
  {
    views: both,
    when: 'failed',
    paragraphs: [
      ['What answers at this address does not behave as a container engine.', waysOut.retry, waysOut.chooseContext],
      ['The log says more.', waysOut.log],
    ],
  },
  {
    views: ['gantry.containers'],
    when: 'empty',
    paragraphs: [
      ['There are no containers yet. Run one from an image below, or with docker run: it appears here by itself.'],
    ],
  },
  {
    views: ['gantry.images'],
    when: 'empty',
    paragraphs: [['There are no images yet. Build one from a Dockerfile, or pull one from a registry.']],
  },
  {
    views: ['gantry.containers'],
    when: 'filtered',
    paragraphs: [
      [
        'No container is let through by the filter.',
        { title: 'Show all containers', command: 'gantry.containers.clearFilter' },
        { title: 'Change the filter…', command: 'gantry.containers.filter' },
      ],
    ],
  },
  {
    views: ['gantry.images'],
    when: 'filtered',
    paragraphs: [
      [
        'No image is let through by the filter.',
        { title: 'Show all images', command: 'gantry.images.clearFilter' },
        { title: 'Change the filter…', command: 'gantry.images.filter' },
      ],
    ],
  },
];
