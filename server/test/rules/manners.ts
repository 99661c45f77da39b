/** A text written by somebody of other habits: what it says is the same. */
export type Manner = (text: string) => string;

const fence = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)?(?:```|~~~)/;
const frontMatter = /^---\n[^]*?\n---\n/;

/** Rewrites the lines that are neither front matter nor code. */
function lines(rewrite: (line: string) => string): Manner {
  return (text) => {
    const head = frontMatter.exec(text)?.[0] ?? '';
    let isCode = false;
    const body = text.slice(head.length).split('\n');
    const written = body.map((line) => {
      const isFence = fence.test(line);
      if (isFence) isCode = !isCode;
      return isFence || isCode ? line : rewrite(line);
    });
    return head + written.join('\n');
  };
}

/** How people write Markdown, each by what it does. */
export const manners: Readonly<Record<string, Manner>> = {
  'line endings of Windows': (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  'no line ending at the end': (text) => text.trimEnd(),
  'blank lines at the end': (text) => `${text.trimEnd()}\n\n\n`,
  'blanks at the ends of lines': lines((line) => (line.trim() === '' ? line : `${line}  `)),
  'bullets of asterisks': lines((line) => line.replace(/^(\s*)- /, '$1* ')),
  'bullets of pluses': lines((line) => line.replace(/^(\s*)- /, '$1+ ')),
  'numbers with parentheses': lines((line) => line.replace(/^(\s*)(\d+)\. /, '$1$2) ')),
  'tabs behind bullets': lines((line) => line.replace(/^([-*+]) /, '$1\t').replace(/^ {2,4}(?=\S)/, '\t')),
  'underlined headings': lines((line) => line.replace(/^# (.*\S)\s*$/, '$1\n===').replace(/^## (.*\S)\s*$/, '$1\n---')),
  'closed headings': lines((line) => line.replace(/^(#{1,6}) (.*\S)\s*$/, '$1 $2 $1')),
  'indented headings and lists': lines((line) => line.replace(/^(?=[-*+|#] |\|)/, '  ')),
  'comments between headings and words': lines((line) =>
    line.startsWith('## ') ? `<!-- a comment\nof two lines -->\n\n${line}\n\n<!-- another -->` : line,
  ),
  'no blank lines around headings': (text) =>
    text.replace(/(\n#+ [^\n]*\n)\n(?=[A-Za-z*|-])/g, '$1').replace(/\n\n(?=#+ )/g, '\n'),
  'tables without outer pipes': lines((line) => line.replace(/^\| (.*) \|$/, '$1')),
  'wide characters and escaped pipes in tables': lines((line) =>
    /^\|.*\|$/.test(line) && !/^\|[\s:|-]+$/.test(line) ? line.replace(/^\| (\S)/, '| `a\\|b` 日本👩‍🚒 $1') : line,
  ),
};
