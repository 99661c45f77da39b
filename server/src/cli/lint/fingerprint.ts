import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { Diagnostic } from '../../core/lint.ts';
import { withForwardSlashes } from '../files/path.ts';
import type { CheckedFile } from './report.ts';

/** The name under which a SARIF report holds the fingerprint of each of its results. */
export const fingerprintName = 'incidentDocsLine/v1';

/** What stays the same of a finding while lines are added above it: its rule, its file, and the words of its line. */
export function fingerprintOf(
  { path, root, lines }: Pick<CheckedFile, 'path' | 'root' | 'lines'>,
  { rule, span }: Diagnostic,
): string {
  const { start, end } = lines.contentSpan(lines.lineAt(span.start));
  const words = lines.text.slice(start, end).trim().replace(/\s+/g, ' ');
  const file = withForwardSlashes(relative(root, path));
  return createHash('sha256').update([rule, file, words].join('\0')).digest('hex').slice(0, 32);
}
