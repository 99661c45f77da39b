import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { configurationPath } from '../../core/configuration/file.ts';
import { answering, unattended } from '../door.ts';
import type { Facts } from '../facts.ts';
import type { Session } from '../session.ts';
import { uriOfPath } from '../uri.ts';
import type { Feature } from './feature.ts';

/** Answers clients that ask for the diagnostics of a document or of the whole workspace, unopened documents included. */
export const pulledDiagnostics: Feature = {
  capabilities: {
    diagnosticProvider: { identifier: 'incident-docs', interFileDependencies: true, workspaceDiagnostics: true },
  },
  register,
};

function register(session: Session): void {
  const { connection, client } = session;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    answering(
      connection,
      'Diagnostics',
      nothing,
      async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
        const facts = await session.known(textDocument.uri);
        return facts ? reportOf(facts, previousResultId) : nothing;
      },
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    answering(connection, 'Diagnostics of the workspace', { items: [] }, ({ previousResultIds }, token) => {
      return workspaceReport(session, new Map(previousResultIds.map(({ uri, value }) => [uri, value])), token);
    }),
  );
  if (client.refreshesDiagnostics) {
    session.onDidForget(() =>
      unattended(connection, 'Refreshing diagnostics', () => connection.languages.diagnostics.refresh()),
    );
  }
}

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

async function workspaceReport(
  session: Session,
  previous: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const reported = new Set<string>();
  const reportAll = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      if (token.isCancellationRequested) break;
      const facts = await session.facts(path);
      if (!facts) continue;
      const { uri, version } = facts.status;
      reported.add(uri);
      items.push({ ...reportOf(facts, previous.get(uri) ?? previous.get(uriOfPath(path))), uri, version });
      // A person's own requests go first.
      await nextTurn();
    }
  };
  await reportAll(await session.markdownFiles());
  // By now it is known which folders have a configuration of their own.
  await reportAll((await session.environments.roots()).map(configurationPath));
  for (const uri of previous.keys()) {
    if (!reported.has(uri)) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  return { items };
}

function reportOf({ diagnostics, resultId }: Facts, previousResultId: string | undefined): Report {
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}
