/** The editor's own colors for charts, which every theme has, high contrast too. */
const palette = ['blue', 'orange', 'green', 'purple', 'red', 'yellow', 'foreground'] as const;

/** The color of the container at this place, as the theme has it now. */
export function colorOf(at: number): string {
  return themeColor(`--vscode-charts-${palette[at % palette.length] ?? 'foreground'}`);
}

/** A color of the theme, for a canvas, which knows no variables; a theme that lacks it has the text's. */
export function themeColor(variable: string): string {
  const style = getComputedStyle(document.body);
  return style.getPropertyValue(variable).trim() || style.color;
}
