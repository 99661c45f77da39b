import assert from 'node:assert/strict';
import { readLinks } from '../../src/core/model/links.ts';
import { gatherNodes } from '../../src/core/model/nodes.ts';
import { resolveLinks } from '../../src/core/model/resolveLinks.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';

describe('resolveLinks', () => {
  it('looks for each address once, however often it is written', async () => {
    const text = `# Here\n\n${'- [a](b.md) [c](b.md#there) [[d]] [e](f.md) [g](#nowhere)\n'.repeat(100)}`;
    const asked: string[] = [];
    const nodes = gatherNodes(parseMarkdown(text));
    const links = await resolveLinks(readLinks(nodes, text), '/work/a.md', () => nodes, {
      root: '/work',
      exists: async (path) => asked.push(path) > 0 && path === '/work/b.md',
      read: async (path) => (asked.push(path) > 0 ? '# There\n' : undefined),
      markdownFiles: async () => (asked.push('all') > 0 ? ['/work/d.md'] : []),
    });
    assert.deepEqual(
      links.slice(0, 5).map(({ resolves, missing }) => [resolves, missing]),
      [
        [true, undefined],
        [true, undefined],
        [true, undefined],
        [false, 'file'],
        [false, 'anchor'],
      ],
    );
    assert.equal(links.length, 500);
    assert.deepEqual(asked.toSorted(), ['/work/b.md', '/work/b.md', '/work/b.md', '/work/f.md', 'all']);
  });
});
