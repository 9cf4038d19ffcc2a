import * as vscode from 'vscode';
import { type AdoptedTemplate, adoptStructure as request } from '../../../server/src/lsp/protocol.ts';
import { type Command, type CommandContext, Refusal } from './command.ts';

/** Makes a template of the team from the structure of a document: the one chosen in the Explorer, else the active one. */
const adoptStructure: Command = {
  id: 'postmortem.adoptStructure',
  async run(context, target) {
    const source =
      target instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(target)
        : vscode.window.activeTextEditor?.document;
    if (source?.languageId !== 'markdown') throw new Refusal(vscode.l10n.t('Open a postmortem first.'));
    const proposed = await ask(context, source);
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Adopt This Structure as a Template'),
      prompt: vscode.l10n.t('Name of the template. New Postmortem offers it under this name'),
      value: proposed.name,
      validateInput: async (value) => validate(await askAs(context, source, value.trim())),
    });
    if (name === undefined) return;
    const template = await ask(context, source, name.trim());
    if (template.uri === undefined) {
      const content = await vscode.workspace.openTextDocument({ language: 'markdown', content: template.text });
      await vscode.window.showTextDocument(content);
      return;
    }
    const file = vscode.Uri.parse(template.uri);
    if ((await exists(file)) && !(await mayReplace(file))) return;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(template.text));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  },
};

export default adoptStructure;

/** The template as it would be, null for a name or a document that makes none. */
function askAs({ server }: CommandContext, source: vscode.TextDocument, name?: string) {
  const uri = server.client.code2ProtocolConverter.asUri(source.uri);
  return server.ask(request, { uri, ...(name === undefined ? {} : { name }) });
}

async function ask(context: CommandContext, source: vscode.TextDocument, name?: string): Promise<AdoptedTemplate> {
  const template = await askAs(context, source, name);
  if (!template)
    throw new Refusal(
      vscode.l10n.t(
        'This document has no heading that another postmortem could have, so there is no structure to adopt.',
      ),
    );
  return template;
}

/** What is wrong with a name, or worth knowing of it. */
function validate(template: AdoptedTemplate | null): string | vscode.InputBoxValidationMessage | undefined {
  if (!template) return vscode.l10n.t('A name has letters or digits, and is not “auto”');
  if (!template.replacesBuiltin) return undefined;
  return {
    message: vscode.l10n.t('Takes the place of the template of this name that comes with the extension'),
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

async function mayReplace(file: vscode.Uri): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('The template {0} is there already. Replace it?', vscode.workspace.asRelativePath(file)),
    { modal: true, detail: vscode.l10n.t('What is written in it now is lost.') },
    replace,
  );
  return chosen === replace;
}
