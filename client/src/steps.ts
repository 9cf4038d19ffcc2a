import * as vscode from 'vscode';

/** The answers so far, by the names of their steps. Several answers to one step are a list. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** One of the answers that are offered. */
export interface Choice {
  readonly value: string;
  /** How it is shown; the value itself where it is left out. */
  readonly label?: string;
  readonly description?: string;
}

/** One question: a text, or one or several of the choices. */
export interface Step {
  readonly name: string;
  readonly prompt: string;
  /** What is proposed, given the answers before. */
  readonly value?: string | ((answers: Answers) => string);
  readonly placeholder?: string;
  readonly choices?: () => readonly Choice[];
  /** There are other choices now: the list that is open shows them. */
  readonly onDidChangeChoices?: vscode.Event<void>;
  /** Several choices are taken. */
  readonly many?: boolean;
  /** What is typed is a choice, too; nothing is an answer. */
  readonly open?: boolean;
  /** Why an answer cannot be taken, undefined where it can. */
  check?(value: string): string | undefined;
}

/** Answers that were given before the questions were left, and the step at which that was. */
export interface Draft {
  readonly answers: Answers;
  readonly at: number;
}

/** Keeps what was answered, also when the questions are left. */
export interface DraftKeeper {
  load(): Draft | undefined;
  save(draft: Draft | undefined): void;
}

const BACK = Symbol('back');
const ANEW = Symbol('start over');
type Given = string | readonly string[] | typeof BACK | typeof ANEW;

/**
 * Asks one question after another in the quick input, with a way back; answers given before are kept, also when the questions were
 * left and are asked again. Undefined where they were left.
 */
export async function askInSteps(
  title: string,
  steps: readonly Step[],
  drafts: DraftKeeper,
): Promise<Answers | undefined> {
  const draft = drafts.load();
  let answers: Record<string, string | readonly string[]> = { ...draft?.answers };
  let at = Math.min(draft?.at ?? 0, steps.length - 1);
  while (at < steps.length) {
    const step = steps[at]!;
    const isResumed = Object.keys(answers).length > 0;
    const frame = { title, step: at + 1, totalSteps: steps.length, back: at > 0, anew: isResumed };
    const proposed = typeof step.value === 'function' ? step.value(answers) : step.value;
    const known = answers[step.name] ?? proposed;
    const given = step.choices ? await pick(step, step.choices, frame, known) : await write(step, frame, known);
    if (given === undefined) {
      drafts.save({ answers, at });
      return undefined;
    }
    if (given === BACK) at--;
    else if (given === ANEW) {
      answers = {};
      at = 0;
    } else {
      answers[step.name] = given;
      at++;
    }
  }
  // What is made of them may fail: who asked for them lets them go.
  drafts.save({ answers, at: 0 });
  return answers;
}

interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly back: boolean;
  readonly anew: boolean;
}

type Known = string | readonly string[] | undefined;

function write(step: Step, frame: Frame, known: Known): Promise<Given | undefined> {
  const input = vscode.window.createInputBox();
  input.value = typeof known === 'string' ? known : '';
  input.prompt = step.prompt;
  input.placeholder = step.placeholder;
  return ask(input, frame, (done) => {
    const problem = () => step.check?.(input.value.trim());
    input.onDidChangeValue(() => {
      input.validationMessage = input.value.trim() === '' ? undefined : problem();
    });
    input.onDidAccept(() => {
      input.validationMessage = problem();
      if (!input.validationMessage) done(input.value.trim());
    });
  });
}

interface Item extends vscode.QuickPickItem {
  readonly value: string;
}

function pick(step: Step, choices: () => readonly Choice[], frame: Frame, known: Known): Promise<Given | undefined> {
  const input = vscode.window.createQuickPick<Item>();
  const before = typeof known === 'string' ? [known] : (known ?? []);
  let items = itemsOf(choices(), step.open ? before : []);
  input.canSelectMany = step.many === true;
  input.items = items;
  const chosen = items.filter(({ value }) => before.includes(value));
  if (step.many) input.selectedItems = chosen;
  // Where nothing is known the first one stays active: Enter alone is an answer.
  else if (chosen.length > 0) input.activeItems = chosen;
  // It stays when something is typed.
  input.prompt = step.prompt;
  input.matchOnDescription = true;
  const offer = () => offerTyped(input, items, step.open ? input.value.trim() : '');
  const changes = step.onDidChangeChoices?.(() => {
    const { activeItems } = input;
    items = itemsOf(choices(), step.open ? before : [], items);
    offer();
    input.activeItems = activeItems.filter((item) => input.items.includes(item));
  });
  const given = ask(input, frame, (done) => {
    if (step.open) input.onDidChangeValue(offer);
    input.onDidAccept(() => {
      const typed = step.open ? input.value.trim() : '';
      if (step.many) {
        const chosen = input.selectedItems.map(({ value }) => value);
        return done(typed === '' || chosen.includes(typed) ? chosen : [...chosen, typed]);
      }
      // What was typed fast may not have come onto the list yet.
      const [active] = input.activeItems;
      if (active || step.open) done(active?.value ?? typed);
    });
  });
  return given.finally(() => changes?.dispose());
}

/** The choices as lines of the list, answers given before that are none of them first. A line that was there already stays the same. */
function itemsOf(choices: readonly Choice[], given: readonly string[], shown: readonly Item[] = []): Item[] {
  const others = given.filter((value) => !choices.some((choice) => choice.value === value));
  return [...others.map((value): Choice => ({ value })), ...choices].map(
    ({ value, label = value, description }) =>
      shown.find((item) => item.value === value) ?? { value, label, ...(description ? { description } : {}) },
  );
}

/**
 * What is typed and not on the list is put on it, until something else is typed or it is taken. It comes last (the workbench sorts by
 * how well a line matches): the workbench tells which line is active by its index, and an answer to a list that has just changed would
 * mean another line.
 */
function offerTyped(input: vscode.QuickPick<Item>, items: readonly Item[], typed: string): void {
  const selected = input.selectedItems;
  const isNew =
    typed !== '' && ![...items, ...selected].some(({ label }) => label.toLowerCase() === typed.toLowerCase());
  const taken = selected.filter((item) => !items.includes(item));
  input.items = [...items, ...taken, ...(isNew ? [{ value: typed, label: typed }] : [])];
  input.selectedItems = selected;
}

function ask(
  input: vscode.QuickPick<Item> | vscode.InputBox,
  frame: Frame,
  listen: (done: (answer: Given) => void) => void,
): Promise<Given | undefined> {
  // The workbench would count the steps for the eye alone; the title is read aloud.
  input.title = vscode.l10n.t('{0} ({1}/{2})', frame.title, frame.step, frame.totalSteps);
  // A person looks the answers up in other windows.
  input.ignoreFocusOut = true;
  const anew = { iconPath: new vscode.ThemeIcon('clear-all'), tooltip: vscode.l10n.t('Start Over') };
  input.buttons = [...(frame.back ? [vscode.QuickInputButtons.Back] : []), ...(frame.anew ? [anew] : [])];
  return new Promise<Given | undefined>((resolve) => {
    listen(resolve);
    input.onDidTriggerButton((button) => resolve(button === vscode.QuickInputButtons.Back ? BACK : ANEW));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
