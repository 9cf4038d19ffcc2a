// What a person does in VS Code, as functions over a page. Everything waits for what a person would see, never for a time.
// The selectors are those of the pinned VS Code (package.json beside this file).

/** Asks until there is an answer. An error counts as "not yet": elements come and go while the workbench draws. */
export async function until(what, ask, ms = 15_000) {
  let last;
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      const answer = await ask();
      if (answer) {
        return answer;
      }
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`waited ${ms} ms for ${what}`, { cause: last });
}

/** The editor draws blanks as no-break spaces. */
const plain = (text) => text.replace(/\u00a0/g, ' ');

export class Workbench {
  constructor(page, host) {
    this.page = page;
    this.host = host;
  }

  /** Opens the workbench and waits until it can be used. */
  static async open(page, host, { folder, extension } = {}) {
    const workbench = new Workbench(page, host);
    page.on('dialog', (dialog) => dialog.accept());
    const payload = [['skipWelcome', 'true']];
    if (extension) {
      payload.push(['extensionDevelopmentPath', host.remote(extension)]);
    }
    await page.goto(host.url({ folder, payload }));
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    if (host.driver) {
      await page.waitForFunction(() => !!globalThis.driver, undefined, { timeout: 60_000 });
      await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
    } else {
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    }
    return workbench;
  }

  // --- quick input: one widget for the palette, quick picks and input boxes ---

  get quickInput() {
    return this.page.locator('.quick-input-widget:visible');
  }
  get quickInputBox() {
    return this.quickInput.locator('.quick-input-filter input, .quick-input-box input').first();
  }
  get quickPicks() {
    return this.quickInput.locator('.quick-input-list .monaco-list-row');
  }
  /** Waits until the quick input with this title is shown. */
  async quickInputTitled(title) {
    await this.quickInput.locator('.quick-input-title', { hasText: title }).waitFor();
  }
  /** Waits for a text (prompt or validation message) under the input box. */
  async quickInputSays(text) {
    await this.quickInput.locator('.quick-input-message', { hasText: text }).waitFor();
  }
  async pick(label) {
    await this.quickPicks.filter({ hasText: label }).first().click();
  }
  async answer(text) {
    await this.quickInputBox.fill(text);
    await this.page.keyboard.press('Enter');
  }
  /** Runs a command by the title that the palette shows. An open palette does not learn of commands that arrive meanwhile. */
  async runCommand(title) {
    await until(
      `the command ${title}`,
      async () => {
        await this.page.keyboard.press('F1');
        await this.quickInputBox.fill(`>${title}`);
        try {
          await this.quickPicks.filter({ hasText: title }).first().click({ timeout: 3000 });
          return true;
        } catch {
          await this.page.keyboard.press('Escape');
          return false;
        }
      },
      30_000,
    );
  }

  // --- editors ---

  /** Opens a file by its name, and again where the list closed without opening it: it may be drawn anew under the click. */
  async openFile(name) {
    const base = name.split('/').pop();
    const timeout = 8000;
    await until(
      `the file ${name}`,
      async () => {
        await this.page.keyboard.press('Control+P');
        await this.quickInputBox.fill(name, { timeout });
        await this.quickPicks.filter({ hasText: base }).first().click({ timeout });
        await this.quickInput.waitFor({ state: 'hidden', timeout });
        await this.tab(base).waitFor({ timeout });
        await this.editor.locator('.view-lines').first().waitFor({ timeout });
        return true;
      },
      40_000,
    );
  }
  tab(name) {
    return this.page
      .locator(`.tabs-container .tab[data-resource-name="${name}"], .tabs-container .tab[aria-label^="${name}"]`)
      .first();
  }
  get editor() {
    return this.page
      .locator('.part.editor .editor-group-container.active .editor-instance .monaco-editor[role="code"]')
      .first();
  }
  /** The text on the screen: only the lines in view. */
  async editorText() {
    // the elements of the lines are not in document order, their positions are
    const lines = await this.editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: Number.parseFloat(element.style.top), text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map((line) => line.text),
    );
    return plain(lines.join('\n'));
  }
  async editorShows(text) {
    await until(`the editor to show ${text}`, async () => {
      const shown = await this.editorText();
      return text instanceof RegExp ? text.test(shown) : shown.includes(text);
    });
  }
  /** Puts the cursor at a line and a column, both from 1. */
  async goto(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    await this.quickInputBox.waitFor();
    await this.quickInputBox.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }
  /** Line and column of the cursor, and how many characters are selected, as the status bar tells. */
  async cursor() {
    const text = await this.page.locator('#status\\.editor\\.selection').textContent();
    const [, line, column, selected] = /Ln (\d+), Col (\d+)(?: \((\d+) selected\))?/.exec(text) ?? [];
    return { line: Number(line), column: Number(column), selected: Number(selected ?? 0) };
  }
  squiggles(severity = 'warning') {
    return this.editor.locator(`.cdr.squiggly-${severity}`);
  }
  /**
   * Shows the hover at the cursor until it says this: VS Code's own hovers come before those of language servers, and lines that
   * move (code lenses arrive late) close it.
   */
  async hoverSays(text) {
    return until(`a hover that says ${text}`, async () => {
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      const hover = this.page.locator('.monaco-hover:visible', { hasText: text }).first();
      return plain(await hover.textContent({ timeout: 4000 }));
    });
  }
  /** Opens the suggestions at the cursor; gives their labels. */
  async suggestions() {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.locator('.label-name').allInnerTexts();
  }
  async acceptSuggestion(label) {
    await this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first().click();
  }
  /** Opens the lightbulb menu at the cursor; gives the titles of its entries. */
  async openQuickFixes() {
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.context-view .action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return (await rows.locator('.title').allInnerTexts()).map((title) => plain(title).trim());
  }
  async applyQuickFix(title) {
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
  }

  // --- panel, notifications, status bar ---

  /** Shows the Problems panel; gives the texts of its rows. */
  async problems() {
    const panel = this.page.locator('.part.panel .markers-panel');
    if (!(await panel.isVisible())) {
      await this.page.keyboard.press('Control+Shift+M');
    }
    await panel.waitFor();
    return (await panel.locator('.monaco-list-row').allInnerTexts()).map(plain);
  }
  /** A notification by its text. The test driver hides toasts, so with it the notification centre is opened. */
  async notification(text) {
    const item = this.page
      .locator(
        '.notifications-toasts.visible .notification-list-item, .notifications-center.visible .notification-list-item',
      )
      .filter({ hasText: text })
      .first();
    if (this.host.driver && !(await this.page.locator('.notifications-center.visible').isVisible())) {
      await this.page
        .locator('#status\\.notifications[aria-label*="New Notification"], #status\\.notifications .codicon-bell-dot')
        .first()
        .waitFor();
      await this.page.locator('#status\\.notifications').click();
      // where the pointer rests a tooltip comes up, over the buttons of the notifications
      await this.page.mouse.move(0, 0);
    }
    await item.waitFor();
    return item;
  }
  /** An item of the status bar by its text. */
  status(text) {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first();
  }
  /** What the language status (the braces beside the language's name) tells. */
  async languageStatus(text) {
    await this.page.locator('#status\\.languageStatus').hover();
    const entry = this.page.locator('.hover-language-status', { hasText: text }).first();
    await entry.waitFor();
    return plain(await entry.textContent());
  }
}
