import type { Locator } from 'playwright-core';

/**
 * Points at something and presses a button that it shows then; answers whether that was possible. What is drawn anew or moves
 * between the two takes its button away: whoever asks tries again.
 */
export async function pressed(row: Locator, button: Locator): Promise<boolean> {
  try {
    await row.hover({ timeout: 5_000 });
    await button.click({ timeout: 2_000 });
    return true;
  } catch {
    return false;
  }
}
