import * as vscode from 'vscode';

/** One question: a text, or one of the items. */
export interface Step {
  readonly name: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly items?: readonly string[];
  /** Why an answer cannot be taken, undefined where it can. */
  check?(value: string): string | undefined;
}

/**
 * Asks one question after another in the quick input, with a way back; answers given before are kept. Undefined where it was left.
 */
export async function askInSteps(title: string, steps: readonly Step[]): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!;
    const frame = { title, step: at + 1, totalSteps: steps.length, back: at > 0 };
    const known = answers[step.name] ?? step.value;
    const answer = step.items ? await pick(step, step.items, frame, known) : await write(step, frame, known);
    if (answer === undefined) return undefined;
    if (answer === BACK) at--;
    else {
      answers[step.name] = answer;
      at++;
    }
  }
  return answers;
}

const BACK = Symbol('back');

interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly back: boolean;
}

function write(step: Step, frame: Frame, known: string | undefined): Promise<string | typeof BACK | undefined> {
  const input = vscode.window.createInputBox();
  input.value = known ?? '';
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

function pick(
  step: Step,
  items: readonly string[],
  frame: Frame,
  known: string | undefined,
): Promise<string | typeof BACK | undefined> {
  const input = vscode.window.createQuickPick();
  input.items = items.map((label) => ({ label }));
  input.activeItems = input.items.filter((item) => item.label === known);
  input.placeholder = step.prompt;
  return ask(input, frame, (done) => {
    input.onDidAccept(() => {
      const [chosen] = input.activeItems;
      if (chosen) done(chosen.label);
    });
  });
}

function ask(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  frame: Frame,
  listen: (done: (answer: string) => void) => void,
): Promise<string | typeof BACK | undefined> {
  input.title = frame.title;
  input.step = frame.step;
  input.totalSteps = frame.totalSteps;
  // A person looks the answers up in other windows.
  input.ignoreFocusOut = true;
  if (frame.back) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<string | typeof BACK | undefined>((resolve) => {
    listen(resolve);
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) resolve(BACK);
    });
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
