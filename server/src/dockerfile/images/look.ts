import type { CancellationToken, LanguageHost } from '../../language.ts';
import type { ImageInUse } from '../../protocol/requests.ts';
import type { DockerfileDocument } from '../document.ts';
import { namedImages } from './names.ts';
import type { ImageReader } from './reader.ts';

export interface LookOptions extends Pick<LanguageHost, 'refresh'> {
  readonly images: ImageReader;
  readonly token: CancellationToken;
}

/** What is known now of a file's images. Nothing is waited for: when more is known later, the document is refreshed. */
export function lookAtImages(
  document: DockerfileDocument,
  { images, refresh, token }: LookOptions,
): ReadonlyMap<string, ImageInUse> {
  const { known, rest } = images.look(namedImages(document));
  if (refresh)
    void rest?.then((news) => {
      if (news && !token.isCancellationRequested) refresh(document.uri);
    });
  return known;
}
