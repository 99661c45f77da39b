import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline } from '../../src/core/parse/outline.ts';
import { splitOnce } from '../../src/core/parse/splitting.ts';
import { boldHeadings } from '../../src/core/parse/standIns.ts';
import { namesOfSections } from '../../src/core/schema/sectionNames.ts';
import { anew } from '../../src/core/text/knowledge.ts';

/** Each section as its level and its words. */
function sectionsOf(text: string): string[] {
  const standIns = boldHeadings(namesOfSections([]), anew);
  return buildOutline(parseMarkdown(text), text, splitOnce, standIns).allSections.map(
    ({ heading: { level, textSpan } }) => `${level} ${text.slice(textSpan.start, textSpan.end)}`,
  );
}

const documents: readonly (readonly [name: string, text: string, sections: readonly string[]])[] = [
  ['bold lines', '# T\n\n**Summary**\n\nx\n\n__Timeline (UTC):__\n\nx\n', ['2 Summary', '2 Timeline (UTC)']],
  ['a colon behind the bold words', '**Impact**:\n\nx\n\n**Root cause**:\n\nx\n', ['2 Impact', '2 Root cause']],
  [
    'no bold words of other meaning',
    '**Summary**\n\n**Monday**\n\n**14:05**\n\n**Impact**\n',
    ['2 Summary', '2 Impact'],
  ],
  ['no single bold line', '# T\n\n**Summary**\n\nx\n', []],
  ['no line with words behind', '**Summary** x\n\n**Impact:** y\n', []],
  ['no bold lines among headings', '# T\n\n## A\n\n**Impact**\n\nx\n\n## B\n\n**Steps**\n', ['2 A', '2 B']],
  ['no bold lines of a list', '# T\n\n- **Summary**\n- **Impact**\n', []],
  [
    'bold lines beside one heading',
    '# T\n\n**Summary**\n\n## Timeline\n\n**Impact**\n\n**Resolution**\n',
    ['2 Summary', '2 Timeline', '2 Impact', '2 Resolution'],
  ],
  [
    'bold lines below a heading of other meaning',
    '# T\n\n## Review\n\n**What went well**\n\n**What went wrong**\n',
    ['2 Review', '3 What went well', '3 What went wrong'],
  ],
  ['HTML', '<h2 id="a">Summary</h2>\n\nx\n\n<h3><b>Day</b> 1</h3>\n', ['2 Summary', '3 <b>Day</b> 1']],
  ['HTML without blank lines', '<p>x</p>\n<h2>A</h2>\n<ul><li>x</li></ul>\n<h2>B</h2>\n', ['2 A', '2 B']],
  ['no HTML in tables, lists and comments', '<table><tr><td><h2>A</h2></td></tr></table>\n<!-- <h2>B</h2> -->\n', []],
  ['no HTML of a picture alone', '<h2><img src="x.png"></h2>\n', []],
];

describe('What stands for a heading', () => {
  for (const [name, text, sections] of documents) {
    it(name, () => assert.deepEqual(sectionsOf(text), sections));
  }

  it('is the title, too', () => {
    const text = '<div align="center">\n<h1>Postmortem: X</h1>\n</div>\n\nx\n';
    const outline = buildOutline(parseMarkdown(text), text);
    assert.equal(outline.title?.text, 'Postmortem: X');
    assert.deepEqual(
      outline.header.map(({ type }) => type),
      ['paragraph'],
    );
  });
});
