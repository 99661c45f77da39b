import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { DocumentFacts, FactRange } from '../../core/model/facts.ts';
import { fileNameOf } from '../../core/text/path.ts';
import { answering } from '../door.ts';
import { allFacts } from '../requests/allFacts.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Lists the incidents, postmortems and runbooks of the workspace by their titles, and the steps of the runbooks. */
export const workspaceSymbols: Feature = { capabilities: { workspaceSymbolProvider: true }, register };

/** The most symbols that are sent; a list that long wants more letters typed. */
const most = 1000;

function register(session: Session): void {
  const { connection } = session;
  connection.onWorkspaceSymbol(
    answering(connection, 'Workspace symbols', [], async ({ query }): Promise<WorkspaceSymbol[]> => {
      const found: WorkspaceSymbol[] = [];
      for (const { document, status } of await allFacts(session)) {
        if (!document) continue;
        found.push(...symbolsOf(document, status.uri).filter(({ name }) => matches(name, query)));
        if (found.length > most) break;
      }
      return found.slice(0, most);
    }),
  );
}

const kinds: Readonly<Record<DocumentFacts['kind'], readonly [label: string, kind: SymbolKind]>> = {
  incident: ['Incident', SymbolKind.Event],
  postmortem: ['Postmortem', SymbolKind.File],
  runbook: ['Runbook', SymbolKind.Module],
};

function symbolsOf({ kind, title, path, day, steps }: DocumentFacts, uri: string): WorkspaceSymbol[] {
  const [label, symbolKind] = kinds[kind];
  const name = `${label}: ${title || fileNameOf(path)}`;
  const top: FactRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [
    { name, kind: symbolKind, location: { uri, range: top }, ...(day === undefined ? {} : { containerName: day }) },
    ...steps.map((step) => ({
      name: step.title || '(untitled)',
      kind: SymbolKind.Function,
      location: { uri, range: step.range },
      containerName: name,
    })),
  ];
}

/** Whether a name has the letters of a query in their order, as editors let people search. */
function matches(name: string, query: string): boolean {
  let from = 0;
  const words = name.toLowerCase();
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    const at = words.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
