import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver/node';
import { difference } from '../../core/edits/difference.ts';
import type { Diagnostic } from '../../core/lint.ts';
import type { Span } from '../../core/text/span.ts';
import { spanOfRange, toLspDiagnostic, toWorkspaceEdit } from '../convert.ts';
import { answering } from '../door.ts';
import type { Reading } from '../reading.ts';
import { renameEdit } from '../renameEdit.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.incident-docs`;

/** Offers the rules' corrections: one quick fix for each finding at the caret, and all of a document at once. */
export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll, fixAllKind] },
  },
  register,
};

function register(session: Session): void {
  session.connection.onCodeAction(
    answering(
      session.connection,
      'Code actions',
      [],
      async ({ textDocument, range, context }): Promise<CodeAction[]> => {
        const reading = await session.read(textDocument.uri);
        if (!reading?.document) return [];
        const actions: CodeAction[] = [];
        if (isWanted(CodeActionKind.QuickFix, context)) {
          actions.push(...(await quickFixes(session, reading, spanOfRange(reading.lines, range), context.diagnostics)));
        }
        if (isWanted(fixAllKind, context)) actions.push(...(await fixAllAction(session, reading)));
        return actions;
      },
    ),
  );
}

/**
 * Whether the client wants actions of a kind: `source.fixAll` asks for `source.fixAll.incident-docs` too. Without a
 * choice, what changes a whole document is left out where nobody asked: the light bulb that follows the caret.
 */
function isWanted(kind: string, { only, triggerKind }: CodeActionContext): boolean {
  if (only) return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
  return kind === CodeActionKind.QuickFix || triggerKind !== CodeActionTriggerKind.Automatic;
}

async function quickFixes(
  session: Session,
  reading: Reading,
  asked: Span,
  known: readonly LspDiagnostic[],
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const diagnostic of reading.diagnostics) {
    const { fix, span } = diagnostic;
    if (!fix || span.end < asked.start || asked.end < span.start) continue;
    const edit =
      fix.rename === undefined
        ? toWorkspaceEdit(session.client, reading, fix.edits)
        : await renameEdit(session, reading, fix.rename);
    if (!edit) continue;
    actions.push({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [knownDiagnostic(reading, diagnostic, known)],
      isPreferred: fix.onRequest !== true,
      edit,
    });
  }
  return actions;
}

/** The diagnostic as the client knows it; it ties the action to the diagnostic by identity. */
function knownDiagnostic(reading: Reading, diagnostic: Diagnostic, known: readonly LspDiagnostic[]): LspDiagnostic {
  const own = toLspDiagnostic(reading, diagnostic);
  const same = ({ code, message, range }: LspDiagnostic): boolean =>
    code === own.code &&
    message === own.message &&
    range.start.line === own.range.start.line &&
    range.start.character === own.range.start.character;
  return known.find(same) ?? own;
}

async function fixAllAction(session: Session, reading: Reading): Promise<CodeAction[]> {
  if (!reading.diagnostics.some(({ fix }) => fix && fix.onRequest !== true)) return [];
  const { fixAll } = await import('../linter.ts');
  const fixed = await fixAll(reading.source, await session.environments.of(reading.source.path));
  const edits = difference(reading.source.text, fixed);
  if (edits.length === 0) return [];
  return [
    {
      title: 'Fix all that Incident Docs can fix',
      kind: fixAllKind,
      edit: toWorkspaceEdit(session.client, reading, edits),
    },
  ];
}
