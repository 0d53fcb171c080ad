import type { CancellationToken, LanguageHost } from '../language.ts';
import type { ImageInUse } from '../protocol/requests.ts';
import type { ImageReader } from './imageReader.ts';

export interface LookOptions extends Pick<LanguageHost, 'refresh'> {
  readonly images: ImageReader;
  /** As the document names them. */
  readonly names: readonly string[];
  readonly token: CancellationToken;
}

/** What is known now of a document's images. Nothing is waited for: when more is known later, the document is refreshed. */
export function lookAtImages(
  uri: string,
  { images, names, refresh, token }: LookOptions,
): ReadonlyMap<string, ImageInUse> {
  const { known, rest } = images.look(names);
  if (refresh)
    void rest?.then((news) => {
      if (news && !token.isCancellationRequested) refresh(uri);
    });
  return known;
}
