import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { typedEntry } from '../../src/core/edits/typedEntry.ts';
import { documentOf } from './timelineDocument.ts';

/** A text with a caret, `^`, at the end of what is typed; what becomes of it at a moment, with the caret behind the stamp. */
function typed(marked: string, at = '2024-01-15T14:50Z'): string | undefined {
  const caret = marked.indexOf('^');
  const text = marked.replace('^', '');
  const document = documentOf(text);
  const line = document.lines.contentSpan(document.lines.lineAt(caret));
  const entry = typedEntry(document, line, Date.parse(at));
  if (!entry) return undefined;
  const { gap, before, behind } = entry;
  return applyEdits(text, [...(gap ? [gap] : []), { span: line, text: `${before}^${behind}` }]);
}

describe('An entry of now on a line that has been begun', () => {
  const cases: readonly (readonly [name: string, before: string, after: string, at?: string])[] = [
    ['in bold', '## Timeline\n\n- **14:23** - A\n- ^\n', '## Timeline\n\n- **14:23** - A\n- **14:50** - ^\n'],
    ['with a colon', '## Timeline\n- 14:23 UTC: A\n- ^', '## Timeline\n- 14:23 UTC: A\n- 14:50 UTC: ^'],
    [
      'in brackets, before other sections',
      '## Timeline\n\n* [14:23] A\n* ^\n\n## Impact\n',
      '## Timeline\n\n* [14:23] A\n* [14:50] ^\n\n## Impact\n',
    ],
    ['with its zone', '## Timeline (PST)\n\n- 6:23 AM A\n- ^\n', '## Timeline (PST)\n\n- 6:23 AM A\n- 6:50 AM ^\n'],
    [
      'newest first',
      '## Timeline\n\n- ^\n- 14:40 C\n- 14:30 B\n- 14:23 A\n',
      '## Timeline\n\n- 14:50 ^\n- 14:40 C\n- 14:30 B\n- 14:23 A\n',
    ],
    ['with its number', '## Timeline\n\n1. 14:23 A\n2. ^\n', '## Timeline\n\n1. 14:23 A\n2. 14:50 ^\n'],
    ['with the list’s own bullet', '## Timeline\n\n- 14:23 A\n* ^\n', '## Timeline\n\n- 14:23 A\n- 14:50 ^\n'],
    ['after a blank line', '## Timeline\n\n- 14:23 A\n\n- ^\n', '## Timeline\n\n- 14:23 A\n\n- 14:50 ^\n'],
    [
      'in a quote',
      '## Timeline\n\n> - 14:23 A\n> - 14:40 B\n> - ^\n',
      '## Timeline\n\n> - 14:23 A\n> - 14:40 B\n> - 14:50 ^\n',
    ],
    ['with carriage returns', '## Timeline\r\n- 14:23 A\r\n- ^\r\n', '## Timeline\r\n- 14:23 A\r\n- 14:50 ^\r\n'],
    [
      'after midnight, with the day',
      '## Timeline\n\n- 14:23 A\n- ^\n',
      '## Timeline\n\n- 14:23 A\n- 2024-01-16 00:05 ^\n',
      '2024-01-16T00:05Z',
    ],
    [
      'after midnight, below the day’s own heading',
      '## Timeline\n\n### 2024-01-15\n\n- 14:23 A\n- ^\n',
      '## Timeline\n\n### 2024-01-15\n\n- 14:23 A\n\n### 2024-01-16\n\n- 00:05 ^\n',
      '2024-01-16T00:05Z',
    ],
    ['as the first', '## Timeline (UTC)\n\n- ^\n\n## Impact\n', '## Timeline (UTC)\n\n- **14:50** - ^\n\n## Impact\n'],
    [
      'as a row',
      '## Timeline\n\n| Time | Event | By |\n|--|--|--|\n| 14:23 | A | B |\n| ^\n',
      '## Timeline\n\n| Time | Event | By |\n|--|--|--|\n| 14:23 | A | B |\n| 14:50 | ^ |   |\n',
    ],
    ['as a heading', '## Timeline\n\n### 14:23\n\nA\n\n### ^\n', '## Timeline\n\n### 14:23\n\nA\n\n### 14:50\n\n^\n'],
    ['on an empty line', '## Timeline\n\n- 14:23 A\n^\n', '## Timeline\n\n- 14:23 A\n- 14:50 ^\n'],
    ['as a line', '## Timeline\n14:23 - A\n14:40 - B\n^\n', '## Timeline\n14:23 - A\n14:40 - B\n14:50 - ^\n'],
  ];
  for (const [name, before, after, at] of cases) it(`is stamped ${name}`, () => assert.equal(typed(before, at), after));

  const others: readonly (readonly [name: string, before: string])[] = [
    ['among older entries', '## Timeline\n\n- 14:23 A\n- ^\n- 14:40 B\n'],
    ['at the wrong end', '## Timeline\n\n- 14:40 C\n- 14:30 B\n- 14:23 A\n- ^\n'],
    ['outside of a timeline', '## Timeline\n\n- 14:23 A\n\n## Impact\n\n- ^\n'],
    ['in a document without a timeline', '## Impact\n\n- ^\n'],
    ['below an entry, as what belongs to it', '## Timeline\n\n- 14:23 A\n  - ^\n'],
    ['with words', '## Timeline\n\n- 14:23 A\n- Word^\n'],
    ['as a bullet in a table', '## Timeline\n\n| Time | Event |\n|--|--|\n| 14:23 | A |\n\n- ^\n'],
    ['in a timeline of HTML', '## Timeline\n<ul>\n<li>14:23 A</li>\n</ul>\n\n- ^\n'],
  ];
  for (const [name, before] of others) it(`is not stamped ${name}`, () => assert.equal(typed(before), undefined));
});
