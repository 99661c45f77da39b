// A language server on remark-lint, with its recommended rules.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkLint from 'remark-preset-lint-recommended';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { finding, serve } from './serve.mjs';

const linter = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkLint).freeze();
const origin = { line: 1, column: 1 };

serve(() => async (document) => {
  const file = new VFile(document.getText());
  await linter.run(linter.parse(file), file);
  return file.messages.map(({ place, reason }) =>
    finding(place?.start ?? place ?? origin, place?.end ?? place ?? origin, reason),
  );
});
