import assert from 'node:assert/strict';
import { decodeText } from '../../src/cli/files/decode.ts';
import { addedLinesOf } from '../../src/cli/git/diff.ts';
import { readMoment } from '../../src/cli/lint/moment.ts';

describe('decodeText', () => {
  it('keeps the byte order mark apart', () => {
    assert.deepEqual(decodeText(Buffer.from('\uFEFFa')), { text: 'a', mark: '\uFEFF' });
    assert.deepEqual(decodeText(Buffer.from('a\uFEFF')), { text: 'a\uFEFF', mark: '' });
  });

  const bad: readonly (readonly [string, readonly number[], number, number])[] = [
    ['a byte that begins nothing', [0x61, 0x0a, 0xff], 2, 2],
    ['a character that is cut short by another', [0x61, 0xe2, 0x82, 0x62], 1, 1],
    ['a character that is cut short by the end', [0xc3, 0xa9, 0xf0, 0x9f], 2, 1],
    ['half of a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 1, 1],
    ['a slash in two bytes', [0xc0, 0xaf], 0, 1],
    ['bad bytes behind a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0x80], 4, 1],
  ];
  for (const [name, bytes, offset, line] of bad) {
    it(`finds ${name}`, () => assert.deepEqual(decodeText(Uint8Array.from(bytes)), { offset, line }));
  }
});

describe('readMoment', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['2024-01-18', '2024-01-18T00:00:00.000Z'],
    ['2024-01-18T09:30', '2024-01-18T09:30:00.000Z'],
    ['2024-01-18T09:30:05Z', '2024-01-18T09:30:05.000Z'],
    ['2024-01-18T09:30+01:00', '2024-01-18T08:30:00.000Z'],
    ['2024-01-18T09:30:00-0500', '2024-01-18T14:30:00.000Z'],
    ['2024-02-30', undefined],
    ['2024-01', undefined],
    ['2024-01-18T25:00', undefined],
    ['18.01.2024', undefined],
    ['now', undefined],
    ['', undefined],
  ];
  for (const [iso, expected] of rows) {
    it(`reads "${iso}"`, () => {
      const moment = readMoment(iso);
      assert.equal(moment === undefined ? undefined : new Date(moment).toISOString(), expected);
    });
  }
});

describe('addedLinesOf', () => {
  it('reads the hunks of each file, whatever their lines look like', () => {
    const diff = [
      'diff --git a/a.md b/a.md',
      '--- a/a.md',
      '+++ b/a.md',
      '@@ -3 +3,2 @@ ## Heading',
      '-- a/old.md',
      '+++ b/trap.md',
      '+@@ -1 +1 @@',
      '@@ -9,2 +10,0 @@',
      '-gone',
      '-gone too',
      'diff --git "a/caf\\303\\251 \\"x\\".md" "b/caf\\303\\251 \\"x\\".md"',
      '--- /dev/null',
      '+++ "b/caf\\303\\251 \\"x\\".md"',
      '@@ -0,0 +1 @@',
      '+new',
      '\\ No newline at end of file',
      '--- a/removed.md',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-old',
    ].join('\n');
    assert.deepEqual(
      [...addedLinesOf(diff)],
      [
        ['a.md', [{ start: 2, end: 4 }]],
        ['café "x".md', [{ start: 0, end: 1 }]],
      ],
    );
  });
});
