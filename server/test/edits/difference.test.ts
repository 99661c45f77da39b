import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { difference } from '../../src/core/edits/difference.ts';

describe('difference', () => {
  it('makes one text of the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd')).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => assert.equal(applyEdits(before, difference(before, after)), after)),
    );
  });

  it('has no edit for equal texts', () => assert.deepEqual(difference('a\nb', 'a\nb'), []));

  it('leaves the lines between two changes alone', () => {
    const edits = difference('# A\n\none\ntwo\nthree\n\nend\n', '# B\n\none\ntwo\nthree\nfour\n\nend\n');
    assert.deepEqual(edits, [
      { span: { start: 0, end: 4 }, text: '# B\n' },
      { span: { start: 19, end: 19 }, text: 'four\n' },
    ]);
  });

  it('moves a paragraph without touching the rest', () => {
    const edits = difference('one\ntwo\nthree\nfour\n', 'one\nthree\nfour\ntwo\n');
    const touched = edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
    assert.ok(touched <= 'three\nfour\n'.length);
  });
});
