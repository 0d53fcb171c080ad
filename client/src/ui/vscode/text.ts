/**
 * Text that comes from images, labels, files or the engine is data. Quick picks read `$(name)` in it as an icon, and
 * notifications read `[text](command:…)` as a link that runs a command: both are made harmless here.
 */
export function withoutIcons(text: string): string {
  return text.replaceAll(/\$\((?=[\w~-]+\))/gu, String.raw`\$(`);
}

/** A zero-width space keeps the brackets apart; the eye sees the same text. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u200B(');
}
