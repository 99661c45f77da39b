import type { RootContent } from 'mdast';
import { spanOf } from '../../parse/markdown.ts';
import { readTable, type TableCell } from '../../parse/table.ts';
import { looksStated, type SecretLiteral } from './secrets.ts';

const word = '(?:passw(?:or)?d|passwort|passphrase|pwd|mot de passe|contraseña|senha)';
/** Without such a word nothing is stated, which is told at once. */
const hint = new RegExp(word, 'i');
/** "Password: hunter2", "the password is `hunter2`": behind a verb only what is marked as a word to type. */
const stated = new RegExp(
  `${word}[*_\`"']*(?:\\s*[:=][*_\\s]*["'\`]?|\\s+(?:is|was|ist|est|es|é)\\s*[:=]?\\s*["'\`])([^\\s"'\`|*<>()[\\]{}]{6,64})`,
  'dgi',
);
const label = new RegExp(`^(?:[\\p{L}\\d/-]+ ){0,3}${word}$`, 'iu');

/** The passwords that a block of words or a table states, counted from where the block begins. */
export function statedSecrets(block: RootContent, text: string): readonly SecretLiteral[] {
  const { start, end } = spanOf(block);
  if (block.type === 'code' || !hint.test(text.slice(start, end))) return [];
  if (block.type === 'table')
    return inTable(block, text).map(({ span }) => password(span.start - start, span.end - span.start));
  return [...text.slice(start, end).matchAll(stated)].flatMap(({ indices, 1: written = '' }) => {
    const value = written.replace(/[.,;:]+$/, '');
    const place = indices?.[1];
    return place && looksStated(value) ? [password(place[0], value.length)] : [];
  });
}

function password(index: number, length: number): SecretLiteral {
  return { index, length, name: 'a password' };
}

/** The cells behind a label, and those below a head, that say "password". */
function inTable(block: RootContent & { readonly type: 'table' }, text: string): readonly TableCell[] {
  const table = readTable(block, text);
  if (!table) return [];
  const { header, rows } = table;
  const columns = header.cells.map(({ words }) => label.test(words));
  return [header, ...rows].flatMap(({ cells }, index) =>
    cells.filter(({ words }, column) => {
      const isNamed = (index > 0 && columns[column] === true) || (column === 1 && label.test(cells[0]?.words ?? ''));
      return isNamed && words.length >= 6 && !/\s/.test(words) && looksStated(words);
    }),
  );
}
