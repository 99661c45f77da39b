import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { setKindEdits } from '../../src/core/edits/setKind.ts';

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['adds a front matter', '# Notes\n', '---\nkind: runbook\ntemplate: default\n---\n\n# Notes\n'],
  ['adds one to an empty text', '', '---\nkind: runbook\ntemplate: default\n---\n'],
  [
    'keeps the keys that are there',
    '---\ntags: [a]\n---\n# N\n',
    '---\nkind: runbook\ntemplate: default\ntags: [a]\n---\n# N\n',
  ],
  ['replaces another kind', '---\nkind: incident # old\n---\n', '---\ntemplate: default\nkind: runbook # old\n---\n'],
  ['fills an empty value', '---\nkind:\ntemplate: default\n---\n', '---\nkind: runbook\ntemplate: default\n---\n'],
  ['keeps CRLF', '# Notes\r\n', '---\r\nkind: runbook\r\ntemplate: default\r\n---\r\n\r\n# Notes\r\n'],
];

describe('Setting the kind of a document', () => {
  for (const [name, before, after] of cases) {
    it(name, () => assert.equal(applyEdits(before, setKindEdits(before, 'runbook', 'default')), after));
  }

  it('changes nothing where all is said already', () => {
    assert.deepEqual(setKindEdits('---\nkind: runbook\ntemplate: x\n---\n', 'runbook', 'x'), []);
  });
});
