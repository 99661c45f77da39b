import type { TextDocument } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';

/** How often a question is asked of a document that changes meanwhile. */
const attempts = 3;

/** Whether an answer says only why there is none. */
export function isRefusal(answer: object): answer is Refusal {
  return 'reason' in answer && Object.keys(answer).length === 1;
}

/** An answer that holds for the document as it is now: where it was edited in between, the question is asked again. */
export async function answerFor<R extends { readonly version: number | null }>(
  document: TextDocument,
  ask: () => Promise<R | Refusal>,
): Promise<R | Refusal> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await ask();
    if (isRefusal(answer) || isCurrent(answer.version, document)) return answer;
  }
  return { reason: 'The document kept changing while the language server read it; try again.' };
}

/** Whether a document is still what an answer was about; the server answers without a version for a file that it has read from the disk. */
export function isCurrent(version: number | null, document: TextDocument): boolean {
  return version === null ? !document.isDirty : version === document.version;
}
