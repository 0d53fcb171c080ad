import type { GraphService } from '../../src/panel/graph/serviceGraph.ts';
import { html } from '../elements.ts';

const columns: readonly (readonly [string, (service: GraphService) => string])[] = [
  ['State', ({ state }) => state?.text ?? ''],
  ['Image', ({ image }) => image],
  ['Depends on', ({ dependsOn }) => dependsOn.join(', ')],
  ['Ports', ({ ports }) => ports.join(', ')],
  ['Networks', ({ networks }) => networks.join(', ')],
  ['Volumes', ({ volumes }) => volumes.join(', ')],
  ['Profiles', ({ profiles }) => profiles.join(', ')],
];

/** The same as a table: all that the picture says, in words. Columns that no service has anything in are left out. */
export function drawList(project: string, services: readonly GraphService[]): HTMLTableElement {
  const shown = columns.filter(([, text]) => services.some((service) => text(service) !== ''));
  return html(
    'table',
    {},
    html('caption', {}, `Services of ${project}`),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        html('th', { scope: 'col' }, 'Service'),
        ...shown.map(([name]) => html('th', { scope: 'col' }, name)),
      ),
    ),
    html(
      'tbody',
      {},
      ...services.map((service) =>
        html(
          'tr',
          { class: service.state?.condition ?? 'unknown' },
          html('th', { scope: 'row' }, html('button', { class: 'link', 'data-service': service.name }, service.name)),
          ...shown.map(([name, text]) => html('td', name === 'State' ? { class: 'state' } : {}, text(service))),
        ),
      ),
    ),
  );
}
