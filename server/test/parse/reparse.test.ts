import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readMarkdown } from '../../src/core/parse/markdown.ts';
import { rereadMarkdown } from '../../src/core/parse/reparse.ts';

const corpus = process.env['INCIDENT_DOCS_CORPUS'];

/** What reaches furthest in Markdown: what opens without closing, what changes the lines around it, and what people type. */
const pieces = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  '# ',
  '\n# Title\n',
  '\n## Impact\n',
  '#',
  '```',
  '\n```\n',
  '~~~\n',
  '- ',
  '\n- item\n',
  '* ',
  '4. y',
  '\n1. one\n',
  '> ',
  '|',
  '\n| a | b |\n| - | - |\n',
  '---',
  '\n---\n',
  '\n===\n',
  '<!--',
  '-->',
  '<div>\n',
  '</div>',
  '<pre>',
  '[a]: b\n',
  '[^1]: note',
  '[a]',
  '[ ] ',
  '**',
  '`',
  '\\',
  '&amp;',
  'https://x.y',
  '😀',
  '\u0000',
  '\uFEFF',
];
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(60)),
  text: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((parts) => parts.join('')),
  /** To the beginning of its line, where most marks mean most. */
  atLine: fc.boolean(),
});

/** Letters typed or taken away, in a word or beside one. */
const letter = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(3)),
  text: fc.constantFrom('', 'e', 'w', '1', 'x1', 'http'),
  atLine: fc.boolean(),
});

const invented = [
  '# T\n\ntext\n\n## A\n\n- one\n- two\n  more\n- three\n\n## B\n\n```sh\nls\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n### C\n\n1. x\n2. y\n\n## D\n\nend\n',
  '---\nkind: runbook\n# no heading\n---\n# T\n\n- a\n- b\n- c\n- d\n* e\n* f\n\n- g\n\n- h\n',
  '# T\r\n\r\n## A\r\n\r\n- one\r\n- two\r\n\r\n## B\r\ntext\r\n',
  'Setext\n===\n\ntext\n\nBelow\n---\n\n## A\n    x\n4. y\n\n> # quoted\n> text\n\n- # in a list\n\n## B ##\n<div>\n## no heading\n\n## C\n\ttab\n',
  '# T\n**Date:** x\n**By:** y\n\nOne\ntwo\n\nThree **a**\n\n- a\n- b\n\nFour\n\n> five\n\n    six\n\nSeven\n\n<div>\n\nEight\n\n| a |\n| - |\n\nNine | x\n\n**Ten** _y_\n\n1. z\n\nEnd\n',
  '# T\n\nOne [a] two\n\nThree four\nfive\n\n[a]: b "six"\n\nSeven[^1] eight\n\n- nine\n- ten [a\n- eleven\n\n[^1]: twelve\n    more\n\nLast *a* word\n',
  'Actions:\n| a | b |\n| :- | --- |\n| 1 `c` | [x](y) |\n| *2* | |\n| 3 | d\\|e | f |\n| 4 |\n|5|\n| 6 | g |\n\nEnd\n',
  '# T\r\n\r\n| a |\r\n| - |\r\n| 1 |\r\n| 2 |\r\n| 3 |\r\n| 4 |\r\n| 5 |\r\n[a]: b\r\n| 6 |\r\n',
  '- **12:00** - a\n- **12:01** - b\n- **12:02** - c\n- **12:03** - d\n- **12:04** - e\n',
];

describe('rereadMarkdown', () => {
  it('comes to the tree of the whole text after any edits', function () {
    checkEdits(invented, 1500, 10_000);
  });

  it('comes to the tree of the whole text after letters in any words', function () {
    checkEdits(invented, 3000, 10_000, letter);
  });

  it('keeps all but the text that a letter was typed into, and what holds it', () => {
    const text = '# T\n\nOne *two* three, `four`\nfive\n\n- six\n- seven\n\n## B\n';
    const earlier = readMarkdown(text);
    const [title, paragraph, list, heading] = earlier.tree.children;
    assert.ok(paragraph?.type === 'paragraph' && list?.type === 'list');
    const inline = [...paragraph.children];
    const later = rereadMarkdown(earlier, text.replace('three', 'threee'));
    const [newTitle, newParagraph, newList, newHeading] = later.tree.children;
    assert.deepEqual(
      [newTitle, newList, newHeading].map((node, index) => node === [title, list, heading][index]),
      [true, true, true],
    );
    assert.ok(newParagraph?.type === 'paragraph');
    assert.deepEqual(
      newParagraph.children.map((node, index) => node === inline[index]),
      [true, true, false, true, true],
    );
  });

  it('parses only what changed', () => {
    const text = invented[0] ?? '';
    const earlier = readMarkdown(text);
    const [title, ...rest] = earlier.tree.children;
    const later = rereadMarkdown(earlier, text.replace('two', 'second'));
    assert.equal(later.tree.children[0], title);
    assert.equal(later.tree.children.at(-1), rest.at(-1));
    assert.notEqual(later.tree.children[3], rest[2]);
  });

  it('parses all of a text with definitions only where the change may refer to one', () => {
    const text = '# T\n\nOne [a]\n\nTwo words\n\nThree, four\n\n[a]: b\n';
    const earlier = readMarkdown(text);
    const [title] = earlier.tree.children;
    const inWord = rereadMarkdown(earlier, text.replace('words', 'wordsy'));
    assert.equal(inWord.tree.children[0], title);
    const inWords = rereadMarkdown(inWord, inWord.text.replace('words', 'w *o*'));
    assert.equal(inWords.tree.children[0], title);
    const beside = rereadMarkdown(inWords, inWords.text.replace('One', 'Two'));
    assert.notEqual(beside.tree.children[0], title);
  });

  it('parses only the paragraph that changed, and what stands between two of them', () => {
    const text = '# T\n\nOne\n\nTwo\n\n1. a\n2. b\n\nThree\n\nFour\n';
    const earlier = readMarkdown(text);
    const before = earlier.tree.children;
    const inList = rereadMarkdown(earlier, text.replace('b', '*b*'));
    const kept = (nodes: readonly unknown[]) => nodes.map((node, index) => node === before[index]);
    assert.deepEqual(kept(inList.tree.children), [true, true, false, false, true, true]);
    const inWords = rereadMarkdown(inList, inList.text.replace('our', '*our*'));
    assert.deepEqual(kept(inWords.tree.children), [true, true, false, false, true, false]);
  });

  it('parses only the row that changed', () => {
    const text = `# T\n\n| a | b |\n| - | - |\n${'| one | two |\n'.repeat(9)}\n## B\n`;
    const earlier = readMarkdown(text);
    const [, table] = earlier.tree.children;
    assert.ok(table?.type === 'table');
    const rows = [...table.children];
    const place = text.indexOf('| two', 100);
    const [, newTable] = rereadMarkdown(earlier, `${text.slice(0, place)}*x* ${text.slice(place)}`).tree.children;
    assert.ok(newTable?.type === 'table');
    const changed = newTable.children.flatMap((row, index) => (row === rows[index] ? [] : [index]));
    assert.deepEqual(changed, [6]);
  });

  it('keeps the entries above one that is written at the end of their list, and what follows it', () => {
    const text = `# T\n\n## Timeline\n\n${'- *one*\n'.repeat(5)}\n## B\n\ntext\n`;
    const earlier = readMarkdown(text);
    const [, , list, , last] = earlier.tree.children;
    assert.ok(list?.type === 'list');
    const entries = [...list.children];
    for (const written of ['\n- *two*', ' `x`', '\n\n*three*', '\n*four*']) {
      const place = text.indexOf('\n\n## B');
      const later = rereadMarkdown(readMarkdown(text), text.slice(0, place) + written + text.slice(place));
      assert.deepEqual(later.tree, readMarkdown(later.text).tree);
    }
    const later = rereadMarkdown(earlier, text.replace('\n\n## B', '\n- *two*\n\n## B'));
    const newList = later.tree.children[2];
    assert.ok(newList?.type === 'list' && newList.children.length === 6);
    assert.deepEqual(newList.children.slice(0, 4), entries.slice(0, 4));
    assert.ok(newList.children.slice(0, 4).every((item, index) => item === entries[index]));
    assert.equal(later.tree.children.at(-1), last);
  });

  const below = ['- one\n- *two*', '1. one\n2. *two*', '| a |\n| - |\n| *b* |', '```sh\nls\n```'];
  for (const block of below)
    it(`keeps what stands below a changed line: ${block.slice(0, 5)}`, () => {
      const text = `# T\n\n## A\n\n${block}\n\n## B\n`;
      const earlier = readMarkdown(text);
      const [, , before] = earlier.tree.children;
      const later = rereadMarkdown(earlier, text.replace('## A\n', '## A *b*\nc\n'));
      assert.equal(later.tree.children[3], before);
      const less = rereadMarkdown(later, later.text.replace('c\n', ''));
      assert.equal(less.tree.children[2], before);
    });

  it('keeps what stands above a line that begins anew', () => {
    const text = `# T\n\n## A\n\n${'- *one*\n'.repeat(5)}\n## B\n\ntext\n`;
    const earlier = readMarkdown(text);
    const [, heading, list] = earlier.tree.children;
    const later = rereadMarkdown(earlier, text.replace('## B', 'e## B'));
    assert.deepEqual([later.tree.children[1] === heading, later.tree.children[2] === list], [true, true]);
    const again = rereadMarkdown(later, text);
    assert.equal(again.tree.children[2], list);
  });

  it('takes a carriage return alone for the end of a line', () => {
    const text = '# T\n\n- *a*\n- b\n- c\n- d\n\n## B\n';
    const later = rereadMarkdown(readMarkdown(text), text.replace('- c', '\r- c'));
    assert.deepEqual(later.tree, readMarkdown(later.text).tree);
  });

  it('keeps the sections behind the place where an opened fence ends', () => {
    const section = '## Step\n\n```sh\nls\n```\n\n';
    const text = `# T\n\n${section.repeat(20)}`;
    const earlier = readMarkdown(text);
    const { children } = earlier.tree;
    const broken = rereadMarkdown(earlier, text.replace('ls\n```', 'ls\ne```'));
    assert.equal(broken.tree.children.at(-1), children.at(-1));
    assert.equal(broken.tree.children.at(-4), children.at(-4));
    const mended = rereadMarkdown(broken, text);
    assert.equal(mended.tree.children.at(-1), children.at(-1));
  });

  it('keeps the sections around a heading that is none any more', () => {
    const text = `# T\n\n${'## Step\n\ntext\n\n'.repeat(20)}`;
    const earlier = readMarkdown(text);
    const { children } = earlier.tree;
    const place = text.indexOf('## Step', 200);
    const later = rereadMarkdown(earlier, `${text.slice(0, place + 2)}${text.slice(place + 3)}`);
    assert.equal(later.tree.children[1], children[1]);
    assert.equal(later.tree.children.at(-1), children.at(-1));
  });
});

describe('rereadMarkdown on real documents', function () {
  before(function () {
    // The run of all tests says that these are left out.
    if (corpus === undefined) this.skip();
  });

  it('comes to the tree of the whole text after any edits', function () {
    const folder = corpus ?? '';
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const texts = names.map((name) => readFileSync(join(folder, name), 'utf8')).filter((text) => text.length < 12_000);
    checkEdits(texts, 100_000, 20_000);
    checkEdits(texts, 100_000, 20_000, letter);
  });
});

function checkEdits(texts: readonly string[], numRuns: number, milliseconds: number, one = edit): void {
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.array(one, { minLength: 1, maxLength: 6 }), (index, edits) => {
      let markdown = readMarkdown(texts[index] ?? '');
      for (const { from, length, text: inserted, atLine } of edits) {
        const { text } = markdown;
        const place = Math.floor(from * (text.length + 1));
        const start = atLine ? text.lastIndexOf('\n', place - 1) + 1 : place;
        markdown = rereadMarkdown(markdown, text.slice(0, start) + inserted + text.slice(start + length));
        const whole = readMarkdown(markdown.text);
        assert.deepEqual(JSON.stringify(markdown.tree), JSON.stringify(whole.tree));
        assert.equal(markdown.obstacle, whole.obstacle);
      }
    }),
    { numRuns, interruptAfterTimeLimit: milliseconds, seed: 20240115 },
  );
}
