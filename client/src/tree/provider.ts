import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  commands,
  window,
  type TreeDataProvider,
} from 'vscode';
import type { Clock } from '../clock.ts';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { Log } from '../ui/ui.ts';
import { LiveTree, type LiveTreeOptions } from './liveTree.ts';
import type { NodeView } from './node.ts';
import { tooltipOf } from './nodes/index.ts';
import type { Row } from './rows.ts';

export interface TreeOptions extends Omit<LiveTreeOptions, 'setContext'> {
  readonly log: Log;
}

/** A view of ours. */
export interface ShownTree extends Disposable {
  /** Opens the view and selects a row in it, by its id and those above it; `false` when it is not there. */
  show(path: readonly string[]): Promise<boolean>;
}

/** Shows a live tree in its view; the view is contributed in package.json. */
export function showTree(options: TreeOptions): ShownTree {
  const all = new Disposables();
  const setContext = (key: string, value: string | boolean): void => {
    void commands.executeCommand('setContext', key, value);
  };
  const tree = all.add(new LiveTree({ ...options, setContext }));
  const provider = all.add(new RowProvider(tree, options));
  const view = all.add(
    window.createTreeView(options.view, { treeDataProvider: provider, canSelectMany: true, showCollapseAll: true }),
  );
  tree.attach(view);
  return {
    async show(path) {
      await commands.executeCommand(`${options.view}.focus`);
      return await tree.bring(path);
    },
    dispose: () => {
      all.dispose();
    },
  };
}

/** Turns rows into VS Code's items. A row that cannot be shown costs itself. */
class RowProvider implements TreeDataProvider<Row>, Disposable {
  readonly #tree: LiveTree;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #changes = new EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(tree: LiveTree, { clock, log }: TreeOptions) {
    this.#tree = tree;
    this.#clock = clock;
    this.#log = log;
    tree.onDidChange((change) => {
      this.#changes.fire(change);
    });
  }

  async getChildren(row?: Row): Promise<Row[]> {
    return [...(await this.#tree.children(row))];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): TreeItem {
    try {
      return item(row, this.#tree.show(row));
    } catch (error) {
      this.#log.error(`The row ${row.id} cannot be shown.`, error);
      return Object.assign(new TreeItem(row.id), { id: row.id, iconPath: new ThemeIcon('question') });
    }
  }

  resolveTreeItem(item: TreeItem, row: Row): TreeItem {
    item.tooltip = new MarkdownString(tooltipOf(row.node, this.#clock.now()));
    return item;
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function item({ id, node }: Row, view: NodeView): TreeItem {
  const item = new TreeItem(view.label, collapsible[view.expandable]);
  item.id = id;
  item.contextValue = [node.kind, ...view.flags].join(' ');
  item.accessibilityInformation = { label: view.accessibilityLabel };
  if (view.description !== undefined) item.description = view.description;
  if (view.icon)
    item.iconPath = new ThemeIcon(
      view.icon.id,
      view.icon.color === undefined ? undefined : new ThemeColor(view.icon.color),
    );
  return item;
}

const collapsible: Readonly<Record<NodeView['expandable'], TreeItemCollapsibleState>> = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
};
