import * as vscode from 'vscode';

/** A line of a view, with the lines below it. */
export interface Line {
  readonly item: vscode.TreeItem;
  readonly children?: readonly Line[];
}

/** A tree that is read as a whole and shown again on `refresh`. */
export class LineProvider implements vscode.TreeDataProvider<Line> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #read: () => Promise<readonly Line[]>;

  constructor(read: () => Promise<readonly Line[]>) {
    this.#read = read;
  }

  refresh(): void {
    this.#changed.fire();
  }

  getTreeItem(line: Line): vscode.TreeItem {
    return line.item;
  }

  async getChildren(line?: Line): Promise<Line[]> {
    return [...(line ? (line.children ?? []) : await this.#read())];
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
