import { knownImage } from '../completion/images.data.ts';
import type { Service } from '../project/service.ts';
import type { FoundFix } from './found.ts';
import { addToService } from './insertion.ts';

/** The edit that gives a service the usual health check of its image; `undefined` where none is known, or it has one. */
export function healthcheckEdit(service: Service): FoundFix['edits'][number] | undefined {
  const { value } = service;
  const image = value.has('healthcheck') || value.has('build') ? undefined : value.text('image');
  const check = image === undefined ? undefined : knownImage(image)?.check;
  if (check === undefined) return undefined;
  return addToService(service, [
    'healthcheck:',
    `  test: ["CMD-SHELL", ${JSON.stringify(check)}]`,
    '  interval: 10s',
    '  timeout: 5s',
    '  retries: 5',
  ]);
}
