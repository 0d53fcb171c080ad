import uPlot from 'uplot';
import { charts, formatMetric, linesOf, type ChartDefinition, type Measured } from '../../src/panel/stats/statsPage.ts';
import { html } from '../elements.ts';
import { colorOf, themeColor } from './colors.ts';

/** Pixels of one chart. */
const height = 150;
const narrowest = 240;

/** Between two marks of an axis, so that no two of them read the same: 1, 2, 5, 10 … */
const wholes = Array.from({ length: 14 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();
const tenths = [0.1, 0.2, 0.5, ...wholes];
const seconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];

export interface ChartsOptions {
  /** The moment under the pointer, as an index; `undefined` when it has left. */
  readonly onPoint: (at: number | undefined) => void;
}

/** The charts, one below another or side by side, on one axis of time. Pictures: the table says what they show. */
export class Charts {
  readonly element = html('div', { class: 'charts', 'aria-hidden': 'true' });
  readonly #options: ChartsOptions;
  #plots: { readonly definition: ChartDefinition; readonly plot: uPlot; readonly figure: HTMLElement }[] = [];
  #drawn = '';

  constructor(options: ChartsOptions) {
    this.#options = options;
    new ResizeObserver(() => this.#fit()).observe(this.element);
  }

  /** Draws what was measured; the lines and their colors anew only where the containers or the theme have changed. */
  draw(measured: Measured, hidden: ReadonlySet<string>): void {
    const ids = measured.containers.map(({ id }) => id).join(' ');
    if (ids !== this.#drawn) {
      this.#drawn = ids;
      this.#build(measured);
    }
    for (const { definition, plot } of this.#plots)
      plot.setData(linesOf(measured, definition, hidden) as uPlot.AlignedData);
  }

  /** The colors of the theme have changed. */
  forget(): void {
    this.#drawn = '\n';
  }

  #build({ containers }: Measured): void {
    for (const { plot } of this.#plots) plot.destroy();
    this.#plots = charts.map((definition) => {
      const figure = html('figure', {}, html('figcaption', {}, definition.title));
      const series = containers.flatMap(({ name }, at) =>
        definition.metrics.map((metric, index) => ({
          label: `${name} ${metric}`,
          stroke: colorOf(at),
          width: 1.5,
          points: { show: false },
          ...(index > 0 && { dash: [5, 4] }),
        })),
      );
      const plot = new uPlot(this.#look(definition, series), [[]], figure);
      return { definition, plot, figure };
    });
    this.element.replaceChildren(...this.#plots.map(({ figure }) => figure));
    this.#fit();
  }

  #look({ metrics: [metric = 'cpu'] }: ChartDefinition, series: readonly uPlot.Series[]): uPlot.Options {
    const style = getComputedStyle(document.body);
    const font = `11px ${style.fontFamily}`;
    const lines = {
      stroke: themeColor('--vscode-editor-foreground'),
      font,
      grid: { stroke: themeColor('--vscode-editorWidget-border'), width: 1 },
      ticks: { show: false },
    };
    return {
      width: narrowest,
      height,
      legend: { show: false },
      cursor: { sync: { key: 'stats' }, drag: { setScale: false }, y: false },
      scales: { y: { range: (_plot, _least, highest) => [0, highest > 0 ? highest * 1.1 : 1] } },
      axes: [
        { ...lines, size: 28, space: 70, incrs: seconds, values: (_plot, times) => times.map(clockTime) },
        {
          ...lines,
          size: 72,
          space: 28,
          incrs: metric === 'cpu' ? tenths : wholes,
          values: (_plot, values) => values.map((value) => formatMetric(metric, value)),
        },
      ],
      series: [{}, ...series],
      hooks: { setCursor: [(plot) => this.#options.onPoint(plot.cursor.idx ?? undefined)] },
    };
  }

  #fit(): void {
    for (const { plot, figure } of this.#plots)
      plot.setSize({ width: Math.max(narrowest, figure.clientWidth), height });
  }
}

/** `14:05:09`, of seconds since the epoch. */
export function clockTime(seconds: number): string {
  return new Date(seconds * 1000).toTimeString().slice(0, 8);
}
