import { svg } from '../elements.ts';

/** What of the page's style is written into the file, where no style sheet is. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
] as const;

/** The drawn graph as a file of its own: colors as they are now, on the page's background. */
export function exportSvg(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const copies = [...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, original] of drawn.querySelectorAll<SVGElement>('*').entries()) {
    const target = copies[index];
    if (!target) continue;
    const style = getComputedStyle(original);
    for (const property of properties) target.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'tabindex', 'role', 'data-service']) target.removeAttribute(name);
  }
  const { width, height } = drawn.viewBox.baseVal;
  for (const name of ['class', 'style', 'role']) copy.removeAttribute(name);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.prepend(svg('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
