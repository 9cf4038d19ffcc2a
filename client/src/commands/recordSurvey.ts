import * as vscode from 'vscode';
import { recordSurvey as request, surveyForm } from '../../../server/src/lsp/protocol.ts';
import { type Command, Refusal } from './command.ts';
import { writeTeamFile } from './teamFile.ts';

/** Records the answers of a psychological safety survey, all at once: no names, no order. */
const recordSurvey: Command = {
  id: 'postmortem.recordSurvey',
  async run({ server }) {
    const form = await server.ask(surveyForm, {});
    const title = vscode.l10n.t('Record Psychological Safety Survey');
    const quarter = await vscode.window.showInputBox({
      title,
      prompt: vscode.l10n.t('The quarter that people were asked about'),
      value: form.quarter,
      validateInput: (text) => (/^\d{4}-Q[1-4]$/.test(text) ? undefined : vscode.l10n.t('A quarter, such as 2026-Q3')),
    });
    if (!quarter) return;
    const answers: number[][] = [];
    for (;;) {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('{0}: answer {1}', title, answers.length + 1),
        prompt: form.statements.map((statement, index) => `${index + 1}. ${statement}`).join(' '),
        placeHolder: vscode.l10n.t(
          '{0} scores from 1 to 10, such as 8 9 7 8 9; empty when all answers are in',
          form.statements.length,
        ),
        ignoreFocusOut: true,
        validateInput: (given) =>
          given.trim() === '' || scoresOf(given, form.statements.length)
            ? undefined
            : vscode.l10n.t('{0} scores from 1 to 10', form.statements.length),
      });
      if (text === undefined) return;
      if (text.trim() === '') break;
      answers.push(scoresOf(text, form.statements.length)!);
    }
    if (answers.length === 0) return;
    const answer = await server.ask(request, { quarter, answers });
    if (!answer) throw new Refusal(vscode.l10n.t('Open a folder first: the survey lies in it.'));
    await writeTeamFile(answer.file);
    void vscode.window.showInformationMessage(
      answer.score === null
        ? vscode.l10n.t(
            '{0}: {1} of at least {2} answers. The score is shown when there are enough.',
            quarter,
            answer.answers,
            form.fewest,
          )
        : vscode.l10n.t('{0}: {1}/10 of {2} answers.', quarter, answer.score.toFixed(1), answer.answers),
    );
  },
};

export default recordSurvey;

function scoresOf(text: string, count: number): number[] | undefined {
  const scores = text
    .trim()
    .split(/[\s,;]+/)
    .map(Number);
  return scores.length === count && scores.every((score) => score >= 1 && score <= 10) ? scores : undefined;
}
