import assert from 'node:assert/strict';
import { createRecallEach } from '../../src/core/text/recallEach.ts';

interface Thing {
  readonly words: string;
}

describe('What is recalled of a list', () => {
  const [a, b, c, d, e] = ['a', 'bb', '', 'dd', 'e'].map((words): Thing => ({ words }));
  assert.ok(a && b && c && d && e);
  const first = [a, b, c, d];
  const rows: readonly (readonly [what: string, then: readonly Thing[], asked: string])[] = [
    ['nothing of the same list', first, ''],
    ['only what is new between the others', [a, b, e, c, d], 'e'],
    ['only what is new in the place of another', [a, e, c, d], 'e'],
    ['nothing where something has gone', [a, d], ''],
    ['only what is new at the end', [...first, e], 'e'],
    ['only what is new at the beginning', [e, ...first], 'e'],
    ['all between two that have changed places', [d, b, c, a], 'dd bb  a'],
    ['nothing for no list at all', [], ''],
  ];
  for (const [what, then, asked] of rows)
    it(`asks for ${what}`, () => {
      let calls: string[] = [];
      const letters = ({ words }: Thing, by: number): readonly string[] => {
        calls.push(words);
        return words.split('').map((letter) => letter.repeat(by));
      };
      const each = createRecallEach();
      assert.deepEqual(each(letters, first, 1), ['a', 'b', 'b', 'd', 'd']);
      calls = [];
      const answer = each(letters, then, 1);
      assert.deepEqual(
        answer,
        then.flatMap(({ words }) => words.split('')),
      );
      assert.equal(calls.join(' '), asked);
      calls = [];
      assert.deepEqual(each(letters, first, 1), ['a', 'b', 'b', 'd', 'd'], 'and back again');
    });
});
