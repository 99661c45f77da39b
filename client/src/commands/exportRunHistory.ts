import { window, workspace } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { exported, exportFormats, type ExportFormat } from '../history/exports.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

const titles: Readonly<Record<ExportFormat, string>> = { markdown: 'Markdown table', csv: 'CSV', json: 'JSON' };

/** Writes what was run in this workspace, secrets hidden, into a file that the caller names, else into a new editor. */
export const exportRunHistory: Command = {
  id: 'incidentDocs.exportRunHistory',
  title: 'Export Run History',
  async run({ history }, given): Promise<{ readonly text: string; readonly uri?: string } | Refusal | undefined> {
    const answers = readAnswers(given, ['format', 'uri']);
    const format = formatNamed(textIn(answers, 'format'));
    const uri = documentIn(answers, 'uri');
    const runs = await history.all();
    if (runs.length === 0) return { reason: 'No step has run in this workspace yet, so there is nothing to export.' };
    const chosen = format ?? (await askFormat());
    if (chosen === undefined) return undefined;
    const text = exported(runs, chosen);
    if (uri) {
      await workspace.fs.writeFile(uri, Buffer.from(text));
      return { text, uri: uri.toString() };
    }
    const language = chosen === 'csv' ? 'plaintext' : chosen;
    const document = await workspace.openTextDocument({ content: text, language });
    await window.showTextDocument(document);
    return { text, uri: document.uri.toString() };
  },
};

/** Throws for a form that there is not. */
function formatNamed(name: string | undefined): ExportFormat | undefined {
  const format = exportFormats.find((candidate) => candidate === name);
  if (name !== undefined && !format)
    throw new TypeError(`its answer "format" must be one of: ${exportFormats.join(', ')}.`);
  return format;
}

async function askFormat(): Promise<ExportFormat | undefined> {
  const items = exportFormats.map((format) => ({ label: titles[format], format }));
  return (await window.showQuickPick(items, { title: 'Export Run History', placeHolder: 'Choose a form' }))?.format;
}
