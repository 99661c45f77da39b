import type { IncidentDocument } from '../../model/document.ts';
import { decodedAddress } from '../../text/address.ts';
import { folderOf, joinPath, relativePath } from '../../text/path.ts';
import { contains, type Span } from '../../text/span.ts';
import { applyEdits } from '../apply.ts';

/** Addresses that lead to the same place from everywhere. */
const fixed = /^(?:[a-z][a-z\d+.-]*:|\/)|\{\{|\{%|<%/i;

/** A piece of a document as it reads from another folder: relative links lead to where they have led. */
export function carried({ text, path, links }: IncidentDocument, piece: Span, folder: string): string {
  const edits = links.flatMap(({ target, targetSpan: { start, end }, style }) => {
    const isWritten = text.slice(start, end) === target && style !== 'wiki' && style !== 'autolink';
    if (!isWritten || !contains(piece, { start, end })) return [];
    return [{ span: { start: start - piece.start, end: end - piece.start }, text: targetFrom(folder, target, path) }];
  });
  return applyEdits(text.slice(piece.start, piece.end), edits);
}

/** The lines that say where reference links lead, for those that a text uses: `[dashboard]: …`. */
export function definitionsFor(words: string, document: IncidentDocument, folder: string): readonly string[] {
  return document.links
    .filter(({ style }) => style === 'definition')
    .map(({ span }) => carried(document, span, folder))
    .filter((line) => {
      const label = /^\[[^\]]+\](?=:)/.exec(line)?.[0];
      return label !== undefined && words.toLowerCase().includes(label.toLowerCase());
    });
}

/** The address of a file as a link from a folder has it. */
export function addressFrom(folder: string, path: string): string {
  return encodeURI(relativePath(folder, path)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}

/** Words as the text of a link. */
export function linkTo(words: string, address: string): string {
  return `[${words.replace(/[[\]\\]/g, '\\$&')}](${address})`;
}

function targetFrom(folder: string, target: string, path: string): string {
  // An unsaved document stands nowhere yet.
  if (fixed.test(target) || !path.includes('/')) return target;
  const [file = ''] = /^[^?#]*/.exec(target) ?? [];
  const rest = target.slice(file.length);
  return addressFrom(folder, file === '' ? path : joinPath(folderOf(path), decodedAddress(file))) + rest;
}
