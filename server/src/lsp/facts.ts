import { createHash } from 'node:crypto';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Diagnostic as Finding } from '../core/diagnostics.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import type { DocumentStatus } from '../protocol/channels.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { toLspDiagnostic } from './convert.ts';
import type { Dependencies } from './dependencies.ts';
import type { Reading } from './reading.ts';
import { statusOf } from './status.ts';

/** What is kept of a document that nobody looks at: facts, not the tree that they were read from. */
export interface Facts {
  readonly status: DocumentStatus;
  readonly diagnostics: readonly Diagnostic[];
  /** Names these diagnostics; equal for equal ones. */
  readonly resultId: string;
  /** What other documents may want to know of it; undefined for what is none of ours. */
  readonly document: DocumentFacts | undefined;
  readonly dependencies: Dependencies;
  readonly outdatedBy: Reading['outdatedBy'];
  /** Why a text that may be one of our documents was not read, as a sentence for the reader. */
  readonly unread: string | undefined;
}

/** The facts of a reading. */
export function factsOf(reading: Reading): Facts {
  const { uri, lines, diagnostics, facts, dependencies, outdatedBy, unread } = reading;
  const status = statusOf(reading);
  return assembleFacts({ uri, lines, status, diagnostics, document: facts, dependencies, outdatedBy, unread });
}

/** Facts, of the findings in a text whose lines are given. */
export function assembleFacts({
  uri,
  lines,
  diagnostics,
  ...facts
}: Omit<Facts, 'diagnostics' | 'resultId'> & {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly diagnostics: readonly Finding[];
}): Facts {
  const shown = diagnostics.map((diagnostic) => toLspDiagnostic({ uri, lines }, diagnostic));
  const resultId = createHash('sha1').update(JSON.stringify(shown)).digest('base64url');
  return { ...facts, diagnostics: shown, resultId };
}
