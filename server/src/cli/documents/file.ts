import { applyEdits } from '../../core/edits/apply.ts';
import type { Edit } from '../../core/edits/edit.ts';
import type { Environment } from '../../core/environment.ts';
import { analyze } from '../../core/lint.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { isFailure, type Failure } from '../failure.ts';
import { readSource, type SourceText } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { replaceFile } from '../files/replace.ts';

/** One of our documents as it stands in a file. */
export interface DocumentFile {
  readonly path: string;
  readonly shown: string;
  readonly source: SourceText;
  readonly document: IncidentDocument;
}

/** Reads one of our documents; fails for what is none. `shown` is what a failure calls it. */
export async function readDocumentFile(
  path: string,
  shown: string,
  environment: Environment,
): Promise<DocumentFile | Failure> {
  const source = await readSource(path, shown);
  if (isFailure(source)) return source;
  const { document, unread } = await analyze({ path, text: source.text }, environment);
  if (document) return { path, shown, source, document };
  const reason = unread ?? 'it is no runbook, incident document or postmortem.';
  return { failure: `"${shown}" can't be used: ${reason}` };
}

/** Makes edits of a document in its file, at once or not at all. */
export async function editFile(file: DocumentFile, edits: readonly Edit[]): Promise<Failure | undefined> {
  const { path, shown, source } = file;
  try {
    await replaceFile(path, source.bytes, source.mark + applyEdits(source.text, edits));
    return undefined;
  } catch (error) {
    return { failure: `"${shown}" can't be written: ${reasonOf(error)}.` };
  }
}
