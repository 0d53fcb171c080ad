import type { ViewId } from '../tree/viewOptions.ts';
import type { Reveals } from '../tree/reveals.ts';

/** What a command may do with the views' rows. */
export interface RowControls {
  /** Whose secrets are shown. */
  readonly reveals: Reveals;
  /** Opens a view and selects a row in it, by its id and those above it; `false` when it is not among the rows. */
  show(view: ViewId, path: readonly string[]): Promise<boolean>;
}
