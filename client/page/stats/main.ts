import { withRow, type FromPage, type Measured, type ToPage } from '../../src/panel/stats/statsPage.ts';
import { html } from '../elements.ts';
import { Charts } from './charts.ts';
import { StatsTable } from './table.ts';

/** What VS Code gives a page to talk to its extension. */
declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

/** The page: what was measured, which containers' lines are shown, and the moment that the pointer is at. */
class Page {
  readonly #api = acquireVsCodeApi();
  readonly #hidden = new Set<string>();
  readonly #charts = new Charts({
    onPoint: (at) => {
      this.#point = at;
      this.#drawTable();
    },
  });
  readonly #table = new StatsTable({
    hidden: this.#hidden,
    onShow: (id, shown) => {
      if (shown) this.#hidden.delete(id);
      else this.#hidden.add(id);
      this.#draw();
    },
  });
  readonly #pause = html('button', { type: 'button' }, 'Pause');
  readonly #export = html('button', { type: 'button' }, 'Export CSV…');
  readonly #status = html('p', { role: 'status' });
  #measured: Measured = { times: [], containers: [] };
  #paused = false;
  #point: number | undefined;

  start(): void {
    const tools = html('header', { role: 'toolbar', 'aria-label': 'Stats' }, this.#pause, this.#export, this.#status);
    document.body.append(tools, html('main', {}, this.#charts.element, this.#table.element));
    this.#pause.addEventListener('click', () => this.#api.postMessage({ kind: 'pause', on: !this.#paused }));
    this.#export.addEventListener('click', () => this.#api.postMessage({ kind: 'export' }));
    window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.#receive(data));
    // The editor marks the theme on the body, and sets its colors on the root.
    const themes = new MutationObserver(() => this.#recolor());
    themes.observe(document.body, { attributeFilter: ['class'] });
    themes.observe(document.documentElement, { attributeFilter: ['style'] });
    this.#api.postMessage({ kind: 'ready' });
  }

  #receive(message: ToPage): void {
    if (message.kind === 'row') this.#measured = withRow(this.#measured, message.row);
    else {
      this.#measured = message.measured;
      this.#paused = message.paused;
      this.#pause.textContent = message.paused ? 'Resume' : 'Pause';
      const notice = message.paused ? 'Paused. What comes meanwhile is kept.' : message.notice;
      if (this.#status.textContent !== notice) this.#status.textContent = notice;
    }
    this.#draw();
  }

  #recolor(): void {
    this.#charts.forget();
    this.#table.forget();
    this.#draw();
  }

  #draw(): void {
    this.#charts.draw(this.#measured, this.#hidden);
    this.#drawTable();
  }

  #drawTable(): void {
    this.#table.draw(this.#measured, this.#point);
  }
}

const page = new Page();
page.start();
