import { expect, it } from 'vitest';
import { commands } from '../../client/src/commands/index.ts';
import { generatedContributes } from '../../scripts/generate/manifest.ts';

interface Item {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
const { menus, commands: declared } = generatedContributes() as {
  menus: Readonly<Record<string, readonly Item[]>>;
  commands: readonly { command: string; icon?: string; category: string; title: string }[];
};
const rowItems = menus['view/item/context'] ?? [];

/** The inline icons of a row with this context, in their order: the `viewItem` parts of the clauses, as VS Code reads them. */
function inline(viewItem: string): string[] {
  return rowItems
    .filter(({ group, when = '' }) => {
      const patterns = [...when.matchAll(/viewItem =~ \/(.*?)\/(?= &&|$)/g)].map(
        ([, source = '']) => new RegExp(source),
      );
      return group?.startsWith('inline') === true && patterns.every((pattern) => pattern.test(viewItem));
    })
    .sort((a, b) => Number(a.group?.split('@')[1]) - Number(b.group?.split('@')[1]))
    .map(({ command }) => command.replace(/^gantry\./, ''));
}

it.each([
  ['container running published', ['container.stop', 'container.restart', 'container.logs', 'container.openShell']],
  ['container exited', ['container.start', 'container.logs', 'container.remove']],
  ['container paused', ['container.stop', 'container.unpause', 'container.logs']],
  [
    'containerGroup partial',
    ['containerGroup.start', 'containerGroup.stop', 'containerGroup.restart', 'containerGroup.logs'],
  ],
  ['containerGroup stopped', ['containerGroup.start', 'containerGroup.restart', 'containerGroup.logs']],
  ['port published', ['port.openInBrowser', 'port.copyAddress']],
  ['mount bind', ['mount.openSource']],
  ['mount volume', ['mount.showVolume']],
  ['variable masked', ['variable.reveal', 'variable.copyValue']],
  ['variable', ['variable.copyValue']],
  ['section processes', ['section.refresh']],
  ['notice failed', ['section.refresh']],
  ['notice', []],
  ['containerSet network partial', ['containerSet.start', 'containerSet.stop', 'containerSet.restart']],
  ['port', []],
  ['mount', []],
])('a row of %s has its icons', (viewItem, icons) => {
  expect(inline(viewItem)).toEqual(icons);
});

it('an image’s row offers to run, push and remove it', () => {
  const icons = inline('image tagged');
  expect(icons).toEqual(expect.arrayContaining(['image.run', 'image.push', 'image.remove']));
  expect(icons.length).toBeLessThanOrEqual(5);
});

it('every icon in a row or a title bar is there, and every id is used once', () => {
  const icons = new Map(declared.map(({ command, icon }) => [command, icon]));
  const shown = Object.values(menus)
    .flat()
    .filter(({ group }) => /^(inline|navigation)/.test(group ?? ''));
  for (const { command } of shown) expect(icons.get(command), command).toMatch(/^\$\([a-z-]+\)$/);
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
});

it('no two commands read alike in the palette', () => {
  const hidden = new Set(
    (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map((item) => item.command),
  );
  const titles = declared
    .filter(({ command }) => !hidden.has(command))
    .map(({ category, title }) => `${category}: ${title}`);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

it('a command for one thing is not in the menu of several', () => {
  const single = new Set(commands.filter(({ many, on }) => on !== undefined && !many).map(({ id }) => id as string));
  const menu = rowItems.filter(({ command, group }) => single.has(command) && group?.startsWith('inline') !== true);
  expect(menu.length).toBeGreaterThan(5);
  for (const { when } of menu) expect(when).toContain('!listMultiSelection');
});
