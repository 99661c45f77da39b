import { seenText, type Notebook } from '../../cache/observations.ts';
import { isFailure, type Failure } from '../failure.ts';
import { readSource } from '../files/read.ts';
import { fingerprintName, fingerprintOf } from './fingerprint.ts';
import type { CheckedFile } from './report.ts';

/** Leaves out of a file's diagnostics those that a baseline has recorded. */
export type Baseline = (file: CheckedFile) => CheckedFile;

/** Reads a baseline, a report of this linter in SARIF; `shown` is what a failure calls it. */
export async function readBaseline(path: string, shown: string, notebook?: Notebook): Promise<Baseline | Failure> {
  const source = await readSource(path, shown);
  if (isFailure(source)) return source;
  notebook?.note('text', path, seenText(source.text));
  const recorded = new Map<string, number>();
  try {
    for (const fingerprint of fingerprintsIn(JSON.parse(source.text))) {
      recorded.set(fingerprint, (recorded.get(fingerprint) ?? 0) + 1);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      failure: `The baseline "${shown}" is no report of "incident-docs lint --format sarif": ${error.message}.`,
    };
  }
  // Each record covers one finding: a second one on an equal line is new.
  return (file) => ({
    ...file,
    diagnostics: file.diagnostics.filter((diagnostic) => {
      const fingerprint = fingerprintOf(file, diagnostic);
      const left = recorded.get(fingerprint) ?? 0;
      if (left > 0) recorded.set(fingerprint, left - 1);
      return left === 0;
    }),
  });
}

/** The fingerprints of a SARIF log's results; throws a SyntaxError where the data is no such log. */
function fingerprintsIn(log: unknown): string[] {
  return listAt(log, 'runs').flatMap((run) =>
    listAt(run, 'results').map((result) => {
      const fingerprint = memberOf(memberOf(result, 'partialFingerprints'), fingerprintName);
      if (typeof fingerprint !== 'string') throw new SyntaxError(`a result has no fingerprint "${fingerprintName}"`);
      return fingerprint;
    }),
  );
}

function listAt(owner: unknown, key: string): readonly unknown[] {
  const value = memberOf(owner, key);
  if (!Array.isArray(value)) throw new SyntaxError(`it has no list "${key}"`);
  return value;
}

function memberOf(owner: unknown, key: string): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, key) : undefined;
}
