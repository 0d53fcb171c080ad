import type { FromPage, ServiceGraph, ToPage } from '../../src/panel/graph/serviceGraph.ts';
import { drawGraph } from './draw.ts';
import { html } from '../elements.ts';
import { exportSvg } from './exportSvg.ts';
import { layoutGraph, neighbor, shownServices, type Picture, type View } from './layout.ts';
import { drawList } from './list.ts';
import { toolbar, toolbarParts, type Choice } from './toolbar.ts';

/** What VS Code gives a page to talk to its extension. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The page: the newest graph, what the person has chosen to see of it, and where the focus is. */
class Page {
  readonly #api = acquireVsCodeApi();
  readonly #body = html('main');
  readonly #tools = html('header');
  readonly #status = html('p', { role: 'status' });
  readonly #measure = measurer();
  #graph: ServiceGraph | undefined;
  #picture: Picture | undefined;
  #drawnTools = '';
  #choice: Choice = { list: false, networks: true, volumes: true, profiles: [], zoom: 0 };

  constructor() {
    const kept = this.#api.getState();
    if (typeof kept === 'object' && kept !== null) this.#choice = { ...this.#choice, ...kept };
  }

  start(): void {
    document.body.append(this.#tools, this.#body, this.#status);
    window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.#receive(data));
    window.addEventListener('resize', () => this.#scale());
    this.#body.addEventListener('click', (event) => this.#open(event.target));
    this.#body.addEventListener('keydown', (event) => this.#key(event));
    this.#body.addEventListener('focusin', ({ target }) => this.#rove(target));
    this.#api.postMessage({ kind: 'ready' });
  }

  #receive(message: ToPage): void {
    if (message.kind === 'graph') this.#graph = message.graph;
    this.#status.textContent = message.kind === 'problem' ? message.text : '';
    this.#draw();
  }

  #choose(change: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...change };
    this.#api.setState(this.#choice);
    this.#draw();
  }

  #draw(): void {
    const graph = this.#graph;
    if (!graph) return;
    const focused = keyOf(document.activeElement);
    this.#drawTools(graph);
    const services = shownServices(graph, this.#choice);
    if (services.length === 0) this.#body.replaceChildren(html('p', { class: 'empty' }, emptyText(graph)));
    else if (this.#choice.list) this.#body.replaceChildren(drawList(graph.project, services));
    else this.#drawPicture(graph, this.#choice);
    this.#body.querySelector('[data-service]')?.setAttribute('tabindex', '0');
    for (const element of document.querySelectorAll<HTMLElement>('[data-service], [data-key]'))
      if (focused !== undefined && keyOf(element) === focused) element.focus();
  }

  #drawTools(graph: ServiceGraph): void {
    const parts = toolbarParts(graph, this.#choice);
    const drawn = JSON.stringify(parts);
    if (drawn === this.#drawnTools) return;
    this.#drawnTools = drawn;
    this.#tools.replaceChildren(
      ...toolbar({
        parts,
        choice: () => this.#choice,
        choose: (change) => this.#choose(change),
        zoom: (factor) => this.#choose({ zoom: factor === 0 ? 0 : this.#zoom() * factor }),
        save: () => this.#export(),
      }),
    );
  }

  #drawPicture(graph: ServiceGraph, view: View): void {
    const picture = layoutGraph(graph, view, this.#measure);
    this.#picture = picture;
    const fit = (text: string, width: number): string => fitted(text, { width, measure: this.#measure });
    this.#body.replaceChildren(drawGraph({ graph, picture, fit }));
    this.#scale();
  }

  /** 1 is the natural size; 0 in the choice is as large as fits, and no larger than that. */
  #zoom(): number {
    const { width = 1, height = 1 } = this.#picture ?? {};
    const { clientWidth, clientHeight } = this.#body;
    return this.#choice.zoom === 0 ? Math.min(1, clientWidth / width, clientHeight / height) : this.#choice.zoom;
  }

  #scale(): void {
    const drawn = this.#body.querySelector('svg');
    if (!drawn || !this.#picture) return;
    const zoom = this.#zoom();
    drawn.style.width = `${this.#picture.width * zoom}px`;
    drawn.style.height = `${this.#picture.height * zoom}px`;
  }

  #open(target: EventTarget | null): void {
    const service = serviceAt(target)?.dataset['service'];
    if (service !== undefined) this.#api.postMessage({ kind: 'open', service });
  }

  #key(event: KeyboardEvent): void {
    const at = serviceAt(event.target);
    if (!at || at instanceof HTMLElement) return;
    if (event.key === 'Enter' || event.key === ' ') this.#open(at);
    else if (!this.#move(at.dataset['service'] ?? '', event.key)) return;
    event.preventDefault();
  }

  /** Moves the focus through the picture; whether the key means that. */
  #move(service: string, key: string): boolean {
    const boxes = (this.#picture?.boxes ?? []).filter(({ kind }) => kind === 'service');
    const from = boxes.find(({ name }) => name === service);
    if (!from) return false;
    const to = key === 'Home' ? boxes[0] : key === 'End' ? boxes.at(-1) : neighbor(boxes, from, key);
    if (!to) return key.startsWith('Arrow');
    for (const element of this.#body.querySelectorAll<SVGElement>('[data-service]'))
      if (element.dataset['service'] === to.name) element.focus();
    return true;
  }

  /** Tab comes back to the service that had the focus last. */
  #rove(target: EventTarget | null): void {
    const at = serviceAt(target);
    if (!at || at instanceof HTMLElement) return;
    for (const element of this.#body.querySelectorAll('[data-service]')) element.setAttribute('tabindex', '-1');
    at.setAttribute('tabindex', '0');
  }

  #export(): void {
    const drawn = this.#body.querySelector('svg');
    if (drawn) this.#api.postMessage({ kind: 'export', svg: exportSvg(drawn) });
  }
}

function emptyText({ services }: ServiceGraph): string {
  return services.length === 0
    ? 'This file has no services yet. Add one under “services:”, and it appears here.'
    : 'All services of this project have a profile. Switch one on above to see them.';
}

function serviceAt(target: EventTarget | null): HTMLElement | SVGElement | undefined {
  const found = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-service]') : null;
  return found ?? undefined;
}

function keyOf(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return undefined;
  const { key, service } = element.dataset;
  return key ?? service;
}

/** Widths of texts in the page's own font. */
function measurer(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `bold ${getComputedStyle(document.body).font.replace(/^(?:normal\s+)+|\b\d00\s+/gu, '')}`;
  return (text) => context?.measureText(text).width ?? text.length * 7;
}

function fitted(text: string, { width, measure }: { width: number; measure: (text: string) => number }): string {
  if (measure(text) <= width) return text;
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end)}…`) > width) end -= 1;
  return `${text.slice(0, end)}…`;
}

const page = new Page();
page.start();
