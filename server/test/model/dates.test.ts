import assert from 'node:assert/strict';
import { readDate } from '../../src/core/model/values/date.ts';

describe('A date as a document states it', () => {
  const cases: readonly (readonly [text: string, iso: string | undefined, problem?: string])[] = [
    ['2024-01-15', '2024-01-15'],
    ['2024-01-15 (extended)', '2024-01-15'],
    ['2024-1-5', '2024-01-05'],
    ['15 January 2024', '2024-01-15'],
    ['Jan 15, 2024', '2024-01-15'],
    ['January 15th, 2024', '2024-01-15'],
    ['25/01/2024', '2024-01-25'],
    ['12. März 2024', '2024-03-12'],
    ['3 de febrero de 2024', '2024-02-03'],
    ['01/25/2024', '2024-01-25'],
    ['05.06.2024', '2024-06-05'],
    ['14.9.26', '2026-09-14'],
    ['9/24/26', '2026-09-24'],
    ['9/4/26', undefined, 'ambiguous'],
    ['31.2.26', undefined, 'impossible'],
    ['05/05/2024', '2024-05-05'],
    ['05/06/2024', undefined, 'ambiguous'],
    ['2024-02-30', undefined, 'impossible'],
    ['2024-13-45', undefined, 'impossible'],
    ['20202-01-16', undefined, 'impossible'],
    ['Jan 15', undefined, 'no-year'],
  ];
  for (const [text, iso, problem] of cases) {
    it(`"${text}" is ${iso ?? problem ?? ''}`, () => {
      const date = readDate(text);
      assert.equal(date?.iso, iso);
      assert.equal(date?.problem, problem);
    });
  }

  for (const text of ['next sprint', 'Q3', 'TBD', '', 'Completed', '15th', '14:30']) {
    it(`"${text}" is none`, () => assert.equal(readDate(text), undefined));
  }

  it('says what an ambiguous one may mean', () => {
    assert.deepEqual(readDate('05/06/2024')?.readings, ['2024-06-05', '2024-05-06']);
  });

  it('is canonical in ISO 8601 alone', () => {
    assert.equal(readDate('2024-01-15T10:00Z')?.canonical, true);
    assert.equal(readDate('2024-1-15')?.canonical, false);
  });
});
