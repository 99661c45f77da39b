import assert from 'node:assert/strict';
import { Range } from 'vscode';
import { moved, type LineRange } from '../../src/ui/lineRange.ts';

describe('The place of a mark', () => {
  const block: LineRange = { first: 4, last: 7, lastLength: 3 };
  const cases: readonly [string, Range, string, number | undefined][] = [
    ['moves down with a line above', new Range(0, 0, 0, 0), '\n', 5],
    ['moves down with a line that pushes its first', new Range(4, 0, 4, 0), 'new\n', 5],
    ['moves up with lines deleted above', new Range(1, 0, 3, 0), '', 2],
    ['moves up with lines deleted up to it', new Range(2, 0, 4, 0), '', 2],
    ['stays with an edit below', new Range(8, 0, 9, 4), 'x\ny\nz', 4],
    ['stays with a line begun behind it', new Range(7, 3, 7, 3), '\nmore', 4],
    ['stays with an edit within a line above', new Range(2, 1, 2, 5), 'word', 4],
    ['goes with an edit within', new Range(5, 0, 5, 1), 'x', undefined],
    ['goes with a letter before its fence', new Range(4, 0, 4, 0), 'x', undefined],
    ['goes with a letter behind its fence', new Range(7, 3, 7, 3), 'x', undefined],
    ['goes with a join of its first line to that above', new Range(3, 5, 4, 0), '', undefined],
    ['goes with all of it', new Range(0, 0, 20, 0), '', undefined],
  ];
  for (const [name, range, text, first] of cases) {
    it(name, () => {
      const lines = moved(block, { range, text });
      assert.equal(lines?.first, first);
      if (lines) assert.equal(lines.last - lines.first, 3);
    });
  }
});
