import {
  formatMetric,
  metrics,
  type ContainerSeries,
  type Measured,
  type Metric,
} from '../../src/panel/stats/statsPage.ts';
import { html } from '../elements.ts';
import { colorOf } from './colors.ts';
import { clockTime } from './charts.ts';

const headings: Readonly<Record<Metric, string>> = {
  cpu: 'CPU',
  memory: 'Memory',
  received: 'Received',
  sent: 'Sent',
  read: 'Read',
  written: 'Written',
  processes: 'Processes',
};

export interface TableOptions {
  readonly hidden: ReadonlySet<string>;
  readonly onShow: (id: string, shown: boolean) => void;
}

/** What the charts show, in words and numbers, and their legend: a box before each container shows or hides its lines. */
export class StatsTable {
  readonly #caption = html('caption');
  readonly #body = html('tbody');
  readonly element = html(
    'table',
    {},
    this.#caption,
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        html('th', { scope: 'col' }, 'Container'),
        ...metrics.map((metric) => html('th', { scope: 'col' }, headings[metric])),
      ),
    ),
    this.#body,
  );
  readonly #options: TableOptions;
  #cells: readonly (readonly HTMLTableCellElement[])[] = [];
  #drawn = '';

  constructor(options: TableOptions) {
    this.#options = options;
  }

  /** Shows the values at a moment, the newest when absent. Rows stay as they are, so that whoever has the focus in one keeps it. */
  draw({ times, containers }: Measured, point: number | undefined): void {
    const drawn = JSON.stringify(containers.map(({ id, name }) => [id, name]));
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#build(containers);
    }
    const at = point ?? times.length - 1;
    this.#caption.textContent = point === undefined ? 'Now' : `At ${clockTime(times[at] ?? 0)}`;
    for (const [row, { memoryLimit, values }] of containers.entries())
      for (const [column, metric] of metrics.entries()) {
        const cell = this.#cells[row]?.[column];
        const value = values[metric][at];
        const limit = metric === 'memory' && value != null ? ` of ${formatMetric(metric, memoryLimit)}` : '';
        if (cell) cell.textContent = `${formatMetric(metric, value)}${limit}`;
      }
  }

  /** The colors of the theme have changed. */
  forget(): void {
    this.#drawn = '';
  }

  #build(containers: readonly ContainerSeries[]): void {
    const { hidden, onShow } = this.#options;
    const rows = containers.map(({ id, name }, at) => {
      const box = html('input', { type: 'checkbox', checked: !hidden.has(id), title: 'Show its lines' });
      box.addEventListener('change', () => onShow(id, box.checked));
      const swatch = html('span', { class: 'swatch', 'aria-hidden': 'true' });
      swatch.style.backgroundColor = colorOf(at);
      const cells = metrics.map(() => html('td'));
      const heading = html('th', { scope: 'row' }, html('label', {}, box, swatch, name));
      return { row: html('tr', {}, heading, ...cells), cells };
    });
    this.#cells = rows.map(({ cells }) => cells);
    this.#body.replaceChildren(...rows.map(({ row }) => row));
  }
}
