import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver/node';
import type { IncidentDocument, Step } from '../../core/model/document.ts';
import type { TimelineEntry } from '../../core/model/timeline/timeline.ts';
import type { Heading, Section } from '../../core/parse/outline.ts';
import { slice, trimmed } from '../../core/text/slice.ts';
import { beginningIn } from '../../core/text/ordered.ts';
import { contains, type Span } from '../../core/text/span.ts';
import { rangeOf } from '../convert.ts';
import { answering } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** The outline of a document: title, sections, and below them the timeline's entries and the steps. */
export const documentSymbols: Feature = { capabilities: { documentSymbolProvider: true }, register };

function register(session: Session): void {
  const { connection, client } = session;
  connection.onDocumentSymbol(
    answering(
      connection,
      'Document symbols',
      [],
      async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[]> => {
        const document = (await session.read(textDocument.uri))?.document;
        if (!document) return [];
        const symbols = symbolsOf(document);
        return client.nestedSymbols ? symbols : symbols.flatMap((nested) => flattened(nested, textDocument.uri));
      },
    ),
  );
}

function symbolsOf(document: IncidentDocument): DocumentSymbol[] {
  const { outline, text } = document;
  const children = [
    ...partsIn(document, outline.headerSpan),
    ...outline.sections.map((section) => sectionSymbol(section, document)),
  ];
  if (!outline.title) return children;
  return [headingSymbol(outline.title, { start: outline.title.span.start, end: text.length }, children, document)];
}

function sectionSymbol(section: Section, document: IncidentDocument): DocumentSymbol {
  const children = [
    ...partsIn(document, section.bodySpan),
    ...section.children.map((child) => sectionSymbol(child, document)),
  ];
  return headingSymbol(section.heading, section.span, children, document);
}

function headingSymbol(
  { text, span }: Heading,
  whole: Span,
  children: DocumentSymbol[],
  document: IncidentDocument,
): DocumentSymbol {
  return symbol(document, {
    name: text,
    kind: SymbolKind.String,
    span: trimmed(document.text, whole),
    selected: span,
    children,
  });
}

/** The timeline's entries and the steps right in a body, in document order; entries that are headings are sections already. */
function partsIn(document: IncidentDocument, body: Span): DocumentSymbol[] {
  const entries = beginningIn(document.timeline?.entries ?? [], ({ span }) => span, body).filter(
    ({ form, span }) => form !== 'heading' && contains(body, span),
  );
  const steps = beginningIn(document.steps, ({ span }) => span, body).filter(({ span }) => contains(body, span));
  return [
    ...entries.map((entry) => entrySymbol(entry, document)),
    ...steps.map((step) => stepSymbol(step, document)),
  ].toSorted((a, b) => a.range.start.line - b.range.start.line);
}

function entrySymbol({ span, stamp, text }: TimelineEntry, document: IncidentDocument): DocumentSymbol {
  const name = `${slice(document.text, stamp.span)} ${firstLine(text)}`;
  return symbol(document, { name, kind: SymbolKind.Event, span, selected: stamp.span, children: [] });
}

function stepSymbol({ title, command, span, fenceSpan }: Step, document: IncidentDocument): DocumentSymbol {
  const made = symbol(document, { name: title, kind: SymbolKind.Function, span, selected: fenceSpan, children: [] });
  return { ...made, detail: firstLine(command) };
}

interface Part {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selected: Span;
  readonly children: DocumentSymbol[];
}

function symbol({ lines }: IncidentDocument, { name, kind, span, selected, children }: Part): DocumentSymbol {
  // Clients refuse a symbol without a name, and one whose selection sticks out of it.
  const selection = contains(span, selected) ? selected : { start: span.start, end: span.start };
  return {
    name: name.trim() || '(untitled)',
    kind,
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selection),
    children,
  };
}

function flattened({ name, kind, range, children }: DocumentSymbol, uri: string): SymbolInformation[] {
  return [{ name, kind, location: { uri, range } }, ...(children ?? []).flatMap((child) => flattened(child, uri))];
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
