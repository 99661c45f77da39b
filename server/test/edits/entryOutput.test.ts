import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { entryOutputEdit } from '../../src/core/edits/entryOutput.ts';
import { documentOf } from './timelineDocument.ts';

function insert(text: string, output: string, words = 'Ran B'): string {
  const answer = entryOutputEdit(documentOf(text), { words, output });
  if ('reason' in answer) return answer.reason;
  const result = applyEdits(text, answer.edits);
  assert.ok(result.slice(answer.start, answer.end).includes(output.split('\n')[0] ?? ''));
  return result;
}

describe('Inserting the output of a step', () => {
  it('nests it into a bullet', () => {
    assert.equal(
      insert('## Timeline\n\n- 14:23 A\n- 14:30 Ran B\n- 14:40 C\n', 'one\n\ntwo'),
      '## Timeline\n\n- 14:23 A\n- 14:30 Ran B\n  ```text\n  one\n\n  two\n  ```\n- 14:40 C\n',
    );
    assert.equal(
      insert('## Timeline\n\n1. 14:30 Ran B\n2. 14:40 C', 'one'),
      '## Timeline\n\n1. 14:30 Ran B\n   ```text\n   one\n   ```\n2. 14:40 C',
    );
  });

  it('keeps the line ends of the document', () => {
    assert.equal(
      insert('## Timeline\r\n\r\n- 14:30 Ran B\r\n', 'one'),
      '## Timeline\r\n\r\n- 14:30 Ran B\r\n  ```text\r\n  one\r\n  ```\r\n',
    );
  });

  it('in a fence that is longer than any in it', () => {
    const output = '```\n````\n- 14:50 not an entry\n## Not a heading';
    const result = insert('## Timeline\n\n- 14:30 Ran B\n- 14:40 C\n', output);
    assert.match(result, /\n {2}`{5}text\n {2}```\n {2}````\n/);
    assert.equal(documentOf(result).timeline?.entries.length, 2);
  });

  it('puts it behind a table', () => {
    const table = '## Timeline\n\n| Time | Event |\n|--|--|\n| 14:30 | Ran B |\n| 14:40 | C |\n';
    assert.equal(
      insert(`${table}\n## Impact\n`, 'one'),
      `${table}\nOutput of "Ran B":\n\n\`\`\`text\none\n\`\`\`\n\n## Impact\n`,
    );
  });

  it('puts it below lines', () => {
    const result = insert('## Timeline\n14:23 - A\n14:30 - Ran B\n14:40 - C\n', 'one');
    assert.match(result, /14:30 - Ran B\n\n```text\none\n```\n+14:40 - C\n/);
  });

  it('finds the last of several alike, and says so where there is none', () => {
    const result = insert('## Timeline\n\n- 14:23 Ran B\n- 14:30 Ran B\n', 'one');
    assert.match(result, /- 14:23 Ran B\n- 14:30 Ran B\n {2}```text/);
    assert.match(insert('## Timeline\n\n- 14:23 A\n', 'one'), /not in the timeline/);
  });
});
