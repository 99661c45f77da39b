import assert from 'node:assert/strict';
import { codeFrame } from '../../src/cli/formats/codeFrame.ts';
import { palette } from '../../src/cli/terminal.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

describe('codeFrame', () => {
  const rows: readonly (readonly [string, string, readonly [string, string]])[] = [
    ['marks a word', 'one «two» three', ['one two three', '    ^^^']],
    ['marks the place where something is missing', 'one «»two', ['one two', '    ^']],
    ['marks the end of a line', 'one«»', ['one', '   ^']],
    ['marks an empty line', '«»', ['', '^']],
    ['marks the first line of several', 'a «b\nc» d', ['a b', '  ^']],
    ['expands tabs', '\tone\t«two»', ['    one two', '        ^^^']],
    ['counts wide characters as two', '日本 «語» x', ['日本 語 x', '     ^^']],
    ['counts an emoji of several code points once', '👩‍🚒 «👍🏽» x', ['👩‍🚒 👍🏽 x', '   ^^']],
    ['counts combining marks as none', 'e\u0301t\u0301 «é»', ['e\u0301t\u0301 é', '   ^']],
    ['names what a terminal would obey', 'a \u001B[2J «b»', ['a <U+001B>[2J b', '              ^']],
    ['names what a reader would not see', '«a\u202E»b', ['a<U+202E>b', '^^^^^^^^^']],
  ];
  for (const [name, marked, expected] of rows) {
    it(name, () => assert.deepEqual(frame(marked, 80), expected));
  }

  it('shortens a long line around the mark', () => {
    const words = Array.from({ length: 100 }, (_, number) => `word${number}`).join(' ');
    const [text = '', marks = ''] = frame(words.replace('word50', '«word50»'), 60);
    assert.match(text, /^…\S* .*word50.* \S*…$/);
    assert.ok(text.length <= 54, `${text.length} columns`);
    assert.equal(marks, `${' '.repeat(text.indexOf('word50'))}^^^^^^`);
  });

  it('shows as much of a long mark as there is room for', () => {
    const [text = '', marks = ''] = frame(`see «${'x'.repeat(400_000)}» here`, 60);
    assert.match(text, /^…?(?:see )?x+…$/);
    assert.ok(marks.length <= 54 && marks.endsWith('^^^^'));
  });

  it('shows a mark in the midst of a giant line', () => {
    const [text = '', marks = ''] = frame(`${'日本'.repeat(200_000)}«x»${'日本'.repeat(200_000)}`, 80);
    assert.match(text, /^…[日本]+x[日本]+…$/);
    assert.match(marks, /^ +\^$/);
  });
});

/** The two lines of the frame of what stands between « and », without their gutters. */
function frame(marked: string, columns: number): readonly string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const lines = new LineIndex(marked.replace('«', '').replace('»', ''));
  const [first = '', second = ''] = codeFrame(lines, { start, end }, columns, palette(false)).split('\n');
  assert.deepEqual([first.slice(0, 7), second.slice(0, 7)], ['    1 |', '      |']);
  return [first.slice(8), second.slice(8)];
}
