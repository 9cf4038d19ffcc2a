import * as vscode from 'vscode';

/** A line of a view, with the lines below it. */
export interface Line {
  readonly item: vscode.TreeItem;
  readonly children?: readonly Line[];
}

/** A view whose lines are read as a whole. */
export class LineView implements vscode.TreeDataProvider<Line>, vscode.Disposable {
  readonly view: vscode.TreeView<Line>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #read: () => Promise<readonly Line[]>;
  /** What the view has, and what it is to have when it asks next. */
  #shown = '';
  #next: readonly Line[] | undefined;

  constructor(
    id: string,
    read: () => Promise<readonly Line[]>,
    options: { manageCheckboxStateManually?: boolean } = {},
  ) {
    this.#read = read;
    this.view = vscode.window.createTreeView(id, { ...options, treeDataProvider: this });
  }

  /**
   * Reads the lines again, and draws them if they are others. A view that is drawn anew while it still asks for the lines below
   * another is told of none, and shows none.
   */
  async refresh(): Promise<void> {
    if (!this.view.visible) return this.redraw();
    const lines = await this.#read().catch(() => undefined);
    // What went wrong is told to whoever asks for the lines.
    if (!lines) return this.redraw();
    if (JSON.stringify(lines) === this.#shown) return;
    this.#next = lines;
    this.#changed.fire();
  }

  /** Draws the lines anew whatever they are. */
  redraw(): void {
    this.#next = undefined;
    this.#changed.fire();
  }

  getTreeItem(line: Line): vscode.TreeItem {
    return line.item;
  }

  async getChildren(line?: Line): Promise<Line[]> {
    if (line) return [...(line.children ?? [])];
    const lines = this.#next ?? (await this.#read());
    this.#next = undefined;
    this.#shown = JSON.stringify(lines);
    return [...lines];
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}

/** A line that holds others, with their number. */
export function group(label: string, children: readonly Line[], open = true): Line {
  const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = label;
  item.description = String(children.length);
  return { item, children };
}

/** The lines by a property of their entries, in the order in which the groups first occur unless `order` names them. */
export function groupBy<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  lineOf: (entry: Entry) => Line,
  order: readonly string[] = [],
): Line[] {
  const groups = new Map<string, Line[]>(order.map((name) => [name, []]));
  for (const entry of entries) {
    const name = nameOf(entry);
    const lines = groups.get(name) ?? [];
    lines.push(lineOf(entry));
    groups.set(name, lines);
  }
  return [...groups].filter(([, lines]) => lines.length > 0).map(([name, lines]) => group(name, lines));
}
