import type { Basis } from '../../cache/shelf.ts';
import type { Diagnostic } from '../../core/lint.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { Level } from '../../core/rules/rule.ts';
import type { DocumentKind } from '../../core/schema/vocabulary.ts';
import type { LineIndex } from '../../core/text/lineIndex.ts';

/** A file that was checked. */
export interface CheckedFile {
  /** Absolute, with forward slashes; for standard input the name that it was given. */
  readonly path: string;
  /** As people see it: relative to the working directory. */
  readonly shown: string;
  /** The absolute path of its workspace's folder. */
  readonly root: string;
  /** Undefined for Markdown that is none of our documents. */
  readonly kind: DocumentKind | undefined;
  readonly template: string | undefined;
  /** The text that the diagnostics speak of: after the corrections where some were made. */
  readonly lines: LineIndex;
  readonly diagnostics: readonly Diagnostic[];
  /** What other documents may want to know of it; undefined for what is none of ours. */
  readonly facts: DocumentFacts | undefined;
  /** Whether corrections were made in it. */
  readonly corrected: boolean;
  /** Undefined for what was corrected. */
  readonly basis: Basis | undefined;
}

/** What a run of the linter says. */
export interface Report {
  /** In the order in which they were named. */
  readonly files: readonly CheckedFile[];
  /** What kept the run from being whole, one sentence each. */
  readonly failures: readonly string[];
}

/** The levels, gravest first. */
export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint'];

/** Whether `--fix` corrects a finding; some corrections are made only where a person asks for that very one. */
export function isFixable({ fix }: Diagnostic): boolean {
  return fix !== undefined && !fix.onRequest;
}

/** How many findings there are of each level. */
export function countByLevel(files: readonly CheckedFile[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { diagnostics } of files) for (const { level } of diagnostics) counts[level]++;
  return counts;
}
