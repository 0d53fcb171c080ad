import type { Disposable } from '../lifecycle.ts';
import type { ComposeViews, ComposeViewsOptions } from './composeViews.ts';

/** Loads the views on compose projects when the first of them is asked for. */
export class LoadedComposeViews implements Disposable {
  readonly #options: ComposeViewsOptions;
  #views: Promise<ComposeViews> | undefined;
  #disposed = false;

  constructor(options: ComposeViewsOptions) {
    this.#options = options;
  }

  readonly get = async (): Promise<ComposeViews> => {
    this.#views ??= import('./composeViews.ts').then(({ ComposeViews }) => new ComposeViews(this.#options));
    const views = await this.#views;
    if (this.#disposed) views.dispose();
    return views;
  };

  dispose(): void {
    this.#disposed = true;
    void this.#views?.then((views) => views.dispose());
  }
}
