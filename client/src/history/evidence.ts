import { posix } from 'node:path';
import { Uri, window, workspace, type TextDocument } from 'vscode';
import type { Refusal, TimelineEntryResult } from '../../../server/src/protocol/channels.ts';
import { entryOutputRequest, type EntryOutputParams } from '../../../server/src/protocol/guards.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from '../documents/answers.ts';
import { applyEntry, writeEntry, type WrittenEntry } from '../documents/timelineEntries.ts';
import { durationOf } from '../ui/stepMark.ts';
import { plainOutput, shortenedOutput } from './plainOutput.ts';
import type { RecordedRun, SessionRun } from './runHistory.ts';

const noIncident: Refusal = {
  reason: 'No incident is live here, so there is no timeline for the step; start an incident, or open its document.',
};

/** Writes a run into the timeline of the active incident, stamped with its beginning, as one edit. */
export async function recordRun(context: Context, { run }: SessionRun): Promise<WrittenEntry | Refusal> {
  const incident = await incidentOf(context);
  if (isRefusal(incident)) return incident;
  return writeEntry(context, incident, { text: entryText(run, incident.uri), at: run.startedAt });
}

/**
 * Puts a run's output below its entry, which is written where it is not there, after a person has seen what goes in.
 * Undefined where they said no.
 */
export async function recordOutput(context: Context, session: SessionRun): Promise<WrittenEntry | Refusal | undefined> {
  const { run, ended } = session;
  const incident = await incidentOf(context);
  if (isRefusal(incident)) return incident;
  if (ended.output === undefined)
    return {
      reason: `The output of "${run.step}" is not known: its shell does not report, the editor missed its end, or it ran too long ago; copy it from the terminal.`,
    };
  const plain = plainOutput(ended.output, ended.result.command);
  const output = shortenedOutput(await context.history.masked(plain, ended.secrets));
  if (output.trim() === '') return { reason: `"${run.step}" has shown nothing that could go into the timeline.` };
  const decision = await preview(context, run, output, incident);
  if (decision !== 'insert') return decision;

  const params: EntryOutputParams = { uri: incident.uri.toString(), words: entryText(run, incident.uri), output };
  const ask = async () =>
    answerFor(incident, () => context.server.ask<TimelineEntryResult>(entryOutputRequest, params));
  let answer = await ask();
  if (isRefusal(answer)) {
    const written = await recordRun(context, session);
    if (isRefusal(written)) return written;
    answer = await ask();
  }
  return isRefusal(answer) ? answer : applyEntry(incident, answer);
}

/** `Ran [Restart the pods](../runbooks/api.md) (commit 1a2b3c4): exit 0 after 3.2 s` */
export function entryText(run: RecordedRun, incident: Uri): string {
  const target = linkTo(Uri.parse(run.uri), incident);
  const name = run.step.replace(/[\\[\]`*_<>|]/g, '\\$&');
  const commit = run.commit === undefined ? '' : ` (commit ${run.commit}${run.edited ? ', edited since' : ''})`;
  const states = {
    succeeded: run.exitCode === undefined ? 'marked done' : `exit ${run.exitCode}`,
    failed: `exit ${run.exitCode ?? 'unknown'}`,
    unknown: 'exit unknown',
    stopped: 'stopped',
    refused: 'not run',
  };
  return `Ran ${target === '' ? `"${name}"` : `[${name}](${target})`}${commit}: ${states[run.state]} after ${durationOf(run.durationMs)}`;
}

/** A link from one document to another, relative; empty where there is no way or none is needed. */
function linkTo(runbook: Uri, incident: Uri): string {
  if (runbook.toString() === incident.toString() || runbook.scheme !== incident.scheme) return '';
  const path = posix.relative(posix.dirname(incident.path), runbook.path);
  return encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

async function incidentOf({ activeIncident }: Context): Promise<TextDocument | Refusal> {
  const uri = await activeIncident.find();
  return uri ? workspace.openTextDocument(uri) : noIncident;
}

/** Shows a person what would go into a document; nobody else can answer. */
async function preview(
  { previews }: Context,
  run: RecordedRun,
  output: string,
  incident: TextDocument,
): Promise<'insert' | Refusal | undefined> {
  const where = workspace.asRelativePath(incident.uri);
  await previews.show(`Output of ${run.step}.txt`, `${output}\n`);
  const lines = output.split('\n');
  const detail = lines.length <= 20 ? output : `${lines.slice(0, 20).join('\n')}\n… all of it is in the preview …`;
  try {
    const choice = await window.showInformationMessage(
      `Insert this output of "${run.step}" into ${where}? Look for secrets first.`,
      { modal: true, detail },
      'Insert Output',
    );
    return choice === undefined ? undefined : 'insert';
  } catch {
    return { reason: `The output of "${run.step}" was not inserted, because nobody could be asked.` };
  }
}
