import type { Range, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Edit } from '../../core/edits/edit.ts';
import { followHeadings, renamedAnchors } from '../../core/edits/renameHeading.ts';
import type { Heading } from '../../core/parse/outline.ts';
import { touches } from '../../core/text/span.ts';
import { rangeOf } from '../convert.ts';
import { answering } from '../door.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import { pathOfUri } from '../uri.ts';
import { editsOfFiles, type EditedFile } from '../fileEdits.ts';
import type { Feature } from './feature.ts';

/** Gives a heading other words, and lets the links of the workspace that name its anchor follow. */
export const rename: Feature = { capabilities: { renameProvider: { prepareProvider: true } }, register };

function register(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename(
    answering(connection, 'Rename', null, async ({ textDocument, position }): Promise<Range | null> => {
      const reading = await session.read(textDocument.uri);
      const heading = reading && headingAt(reading, reading.lines.offsetAt(position));
      return heading ? rangeOf(reading.lines, heading.textSpan) : null;
    }),
  );
  connection.onRenameRequest(
    answering(
      connection,
      'Rename',
      null,
      async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
        const reading = await session.read(textDocument.uri);
        const heading = reading && headingAt(reading, reading.lines.offsetAt(position));
        const words = newName.replace(/\s+/g, ' ').trim();
        return heading && words !== '' ? renameEdit(session, reading, heading, words) : null;
      },
    ),
  );
}

function headingAt({ document }: Reading, offset: number): Heading | undefined {
  if (!document) return undefined;
  const { title, allSections } = document.outline;
  const headings = [...(title ? [title] : []), ...allSections.map(({ heading }) => heading)];
  return headings.find(({ span, textSpan }) => touches(span, offset) && textSpan.start < textSpan.end);
}

async function renameEdit(
  session: Session,
  { uri, source, environment: { workspace } }: Reading,
  { textSpan }: Heading,
  words: string,
): Promise<WorkspaceEdit> {
  const anchors = renamedAnchors(source.text, textSpan, words);
  const own = pathOfUri(uri);
  const files: EditedFile[] = [];
  const add = (path: string, text: string, edits: readonly Edit[]): void => {
    if (edits.length > 0) files.push({ path, text, edits });
  };
  add(own, source.text, [{ span: textSpan, text: words }, ...followHeadings(source, own, anchors, workspace.root)]);
  for (const path of anchors.anchors.size > 0 ? await workspace.markdownFiles() : []) {
    const text = path === own ? undefined : await workspace.read(path);
    if (text !== undefined) add(path, text, followHeadings({ path, text }, own, anchors, workspace.root));
  }
  return editsOfFiles(session, files);
}
