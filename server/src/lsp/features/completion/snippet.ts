/** A template's words in brackets, the check boxes and the texts of links aside. */
const placeholder = /\[(?![ xX]\])([^[\]\n]+)\](?![([:])/g;

/** A template's Markdown as a snippet: its placeholders become the stops through which a person goes with the Tab key. */
export function snippetOf(markdown: string): string {
  let snippet = '';
  let position = 0;
  let stops = 0;
  for (const match of markdown.matchAll(placeholder)) {
    stops++;
    snippet += `${escapeSnippet(markdown.slice(position, match.index))}\${${stops}:${escapeSnippet(match[0])}}`;
    position = match.index + match[0].length;
  }
  return snippet + escapeSnippet(markdown.slice(position));
}

/** A text that a snippet inserts as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (mark) => `\\${mark}`);
}
