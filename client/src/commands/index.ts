import * as vscode from 'vscode';
import addRelatedIncident from './addRelatedIncident.ts';
import addTimelineEntry from './addTimelineEntry.ts';
import addWhy from './addWhy.ts';
import adoptStructure from './adoptStructure.ts';
import { type Command, type CommandContext, Refusal } from './command.ts';
import copyAs from './copyAs.ts';
import externalVersion from './externalVersion.ts';
import facilitatorSheet from './facilitatorSheet.ts';
import failureFriday from './failureFriday.ts';
import fixAll from './fixAll.ts';
import importIncidents from './importIncidents.ts';
import insertFiveWhys from './insertFiveWhys.ts';
import insertMissingSections from './insertMissingSections.ts';
import newPostmortem from './newPostmortem.ts';
import pasteTimeline from './pasteTimeline.ts';
import recordSurvey from './recordSurvey.ts';
import replaceNames from './replaceNames.ts';
import restartServer from './restartServer.ts';
import showDashboard from './showDashboard.ts';
import showFindings from './showFindings.ts';
import showLog from './showLog.ts';
import showRule from './showRule.ts';

const commands: readonly Command[] = [
  addRelatedIncident,
  addTimelineEntry,
  addWhy,
  adoptStructure,
  copyAs,
  externalVersion,
  facilitatorSheet,
  failureFriday,
  fixAll,
  importIncidents,
  insertFiveWhys,
  insertMissingSections,
  newPostmortem,
  pasteTimeline,
  recordSurvey,
  replaceNames,
  restartServer,
  showDashboard,
  showFindings,
  showLog,
  showRule,
];

/** Registers every command. What goes wrong in one is said where it was run, and logged. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (...args: unknown[]) => {
        try {
          await command.run(context, ...args);
        } catch (error) {
          await report(command, error, context);
        }
      }),
    ),
  );
}

async function report(command: Command, error: unknown, { log }: CommandContext): Promise<void> {
  if (error instanceof vscode.CancellationError) return;
  if (error instanceof Refusal) {
    void vscode.window.showWarningMessage(error.message);
    return;
  }
  log.error(`${command.id}:`, error instanceof Error ? (error.stack ?? error.message) : error);
  const showLog = vscode.l10n.t('Show Log');
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await vscode.window.showErrorMessage(vscode.l10n.t('Postmortem: {0}', message), showLog);
  if (chosen) log.show();
}
