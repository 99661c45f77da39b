import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { timelineEntryEdit } from '../../src/core/edits/timelineEntry.ts';
import { entryPlaceCases } from './entryPlaceCases.ts';
import { entryStampCases } from './entryStampCases.ts';
import { documentOf } from './timelineDocument.ts';

function insert(text: string, at: string, words: string): string {
  const answer = timelineEntryEdit(documentOf(text), { at: Date.parse(at), text: words });
  if ('reason' in answer) throw new Error(answer.reason);
  const result = applyEdits(text, answer.edits);
  const lines = result.split(/\r\n|\n/).slice(answer.entryLine, answer.entryLine + 3);
  assert.ok(lines.join('\n').includes(words.trim().slice(0, 1)), `line ${answer.entryLine} holds the entry`);
  assert.ok(result.slice(0, answer.caretOffset).endsWith(words.trim().slice(-1)), 'the caret stands behind the words');
  return result;
}

describe('Inserting a timeline entry', () => {
  for (const [name, before, at, after] of [...entryStampCases, ...entryPlaceCases]) {
    it(`writes it ${name}`, () => {
      assert.equal(insert(before, at, 'New'), after);
    });
  }

  it('keeps several lines with the entry', () => {
    const bullets = '## Timeline\n- 14:23 A\n- 14:40 B\n';
    assert.equal(
      insert(bullets, '2024-01-15T14:30Z', 'One\n\nTwo'),
      '## Timeline\n- 14:23 A\n- 14:30 One\n\n  Two\n- 14:40 B\n',
    );
    const table = '## Timeline\n\n| Time | Event |\n|--|--|\n| 14:23 | A |\n';
    assert.equal(insert(table, '2024-01-15T14:30Z', 'a | b\nc'), `${table}| 14:30 | a \\| b<br>c |\n`);
    const lines = '## Timeline\n14:23 - A\n14:40 - B\n';
    assert.equal(
      insert(lines, '2024-01-15T14:30Z', 'One\n\nTwo'),
      '## Timeline\n14:23 - A\n14:30 - One\nTwo\n14:40 - B\n',
    );
  });

  it('is in the team’s zone where the document names none', () => {
    const bullets = '## Timeline\n- 15:23 A\n- 15:40 B\n';
    const document = documentOf(bullets, undefined, 'Europe/Oslo');
    const answer = timelineEntryEdit(document, { at: Date.parse('2024-01-15T14:30Z'), text: 'New' });
    assert.ok('edits' in answer);
    assert.equal(applyEdits(bullets, answer.edits), '## Timeline\n- 15:23 A\n- 15:30 New\n- 15:40 B\n');
    const rows = ['Time (UTC)', 'Time'].map((head) => {
      const table = `## Timeline\n\n| ${head} | Event |\n|--|--|\n`;
      const first = timelineEntryEdit(documentOf(table, undefined, 'Europe/Oslo'), {
        at: Date.parse('2024-01-15T14:30Z'),
        text: 'New',
      });
      assert.ok('edits' in first);
      return applyEdits(table, first.edits).split('\n')[4];
    });
    assert.deepEqual(rows, ['| 14:30 | New |', '| 15:30 | New |']);
  });

  it('goes by the clock where no date is known', () => {
    const text = '## Timeline\n- 14:23 A\n- 14:40 B\n';
    const at = (time: string): string => {
      const answer = timelineEntryEdit(documentOf(text, '/w/postmortems/api.md'), {
        at: Date.parse(`2024-01-15T${time}Z`),
        text: 'New',
      });
      assert.ok(!('reason' in answer));
      return applyEdits(text, answer.edits);
    };
    assert.equal(at('14:50'), '## Timeline\n- 14:23 A\n- 14:40 B\n- 14:50 New\n');
    assert.equal(at('14:30'), '## Timeline\n- 14:23 A\n- 14:30 New\n- 14:40 B\n');
  });

  it('stays within a quote', () => {
    assert.equal(
      insert('## Timeline\n\n> - 14:23 A\n> - 14:40 B\n', '2024-01-15T14:30Z', 'New'),
      '## Timeline\n\n> - 14:23 A\n> - 14:30 New\n> - 14:40 B\n',
    );
  });

  it('refuses a timeline in HTML, and one whose other entries it would spoil', () => {
    const html = '## Timeline\n<ul>\n<li>14:23 A</li>\n<li>14:40 B</li>\n</ul>\n';
    const answer = timelineEntryEdit(documentOf(html), { at: Date.parse('2024-01-15T14:30Z'), text: 'New' });
    assert.ok('reason' in answer && /written in HTML/.test(answer.reason));
    const counted = '## Timeline\n- 14:00 A\n- +5min B\n';
    const early = timelineEntryEdit(documentOf(counted), { at: Date.parse('2024-01-15T13:50Z'), text: 'New' });
    assert.ok('reason' in early && /would spoil others.*: New$/.test(early.reason));
  });

  it('refuses a document without a timeline, and says why', () => {
    const answer = timelineEntryEdit(documentOf('# X\n\n## Impact\n'), { at: 0, text: 'New' });
    assert.ok('reason' in answer && /no timeline/.test(answer.reason));
  });
});
