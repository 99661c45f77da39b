import {
  DiagnosticSeverity,
  type Diagnostic as LspDiagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Diagnostic } from '../core/lint.ts';
import { pageUrl } from '../core/rules/page.ts';
import type { Edit } from '../core/edits/edit.ts';
import type { Level } from '../core/rules/rule.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';
import type { ClientSupport } from './client.ts';
import type { Reading, Snapshot } from './reading.ts';
import { uriOfPath } from './uri.ts';

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What `data` of each of our diagnostics holds; clients keep it and hand it back when they ask for fixes. */
export interface DiagnosticData {
  /** What the fix does; undefined for a finding that only a person can mend. */
  readonly fix?: string;
  /** Whether only a person takes the fix, one finding at a time, and not whoever mends all at once. */
  readonly onRequest?: boolean;
}

/** The lines and characters of a span. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The span of a range; what lies past the end of a line or of the text is drawn back to it. */
export function spanOfRange(lines: LineIndex, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** A finding as the editor shows it. */
export function toLspDiagnostic(
  { uri, lines }: Pick<Reading, 'uri' | 'lines'>,
  { rule, level, span, message, related, elsewhere = [], fix }: Diagnostic,
): LspDiagnostic {
  return {
    range: rangeOf(lines, span),
    severity: severities[level],
    source: 'incident-docs',
    code: rule,
    codeDescription: { href: pageUrl(rule) },
    message,
    ...(related.length + elsewhere.length === 0
      ? {}
      : {
          relatedInformation: [
            ...related.map((place) => ({
              location: { uri, range: rangeOf(lines, place.span) },
              message: place.message,
            })),
            ...elsewhere.map(({ path, range, message: words }) => ({
              location: { uri: uriOfPath(path), range },
              message: words,
            })),
          ],
        }),
    data: (fix
      ? { fix: fix.title, onRequest: fix.onRequest === true || fix.rename !== undefined }
      : {}) satisfies DiagnosticData,
  };
}

/** Edits of a text as the editor makes them. */
export function toTextEdits(lines: LineIndex, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
}

/** Edits of a document, bound to the version that was read where the client can hold to it. */
export function toWorkspaceEdit(
  client: ClientSupport,
  { uri, version, lines }: Snapshot & { readonly lines: LineIndex },
  edits: readonly Edit[],
): WorkspaceEdit {
  const textEdits = toTextEdits(lines, edits);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
