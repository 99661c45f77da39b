import assert from 'node:assert/strict';
import { hasOpenEnd } from '../../src/core/edits/openEnd.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline } from '../../src/core/parse/outline.ts';

describe('hasOpenEnd', () => {
  const ends: Readonly<Record<string, boolean>> = {
    '': false,
    words: false,
    'words <!-- and more': false,
    '```bash\nls\n```': false,
    '```bash\nls': true,
    '    ls': false,
    '- ```bash\n  ls': false,
    '> ```bash\n> ls': false,
    '- <!-- a remark': false,
    '| a |\n|---|\n| `b |': false,
    '<!-- a remark -->': false,
    '<!-- a remark': true,
    '<div>\n': false,
    '<pre>\n': true,
    '[^1]: a\n\n    ```bash\n    ls': false,
  };
  for (const [end, open] of Object.entries(ends)) {
    it(`${open ? 'finds' : 'finds no'} open end in ${JSON.stringify(end)}`, () => {
      const text = `# Title\n\n${end}`;
      assert.equal(hasOpenEnd({ text, outline: buildOutline(parseMarkdown(text), text) }), open);
      const headings = parseMarkdown(`${text}\n\n# Next`).children.filter(({ type }) => type === 'heading');
      assert.equal(headings.length, open ? 1 : 2);
    });
  }
});
