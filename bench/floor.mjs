// The least that a linter on the prescribed parser can do: each Markdown file below the working directory is parsed as a
// whole, and three trivial checks look at the tree.
import { readdirSync, readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
const findings = [];
for (const name of readdirSync('.', { recursive: true }).filter((path) => path.endsWith('.md'))) {
  const tree = parser.parse(readFileSync(name, 'utf8'));
  if (!tree.children.some(({ type, depth }) => type === 'heading' && depth === 1)) findings.push(`${name}: no title`);
  const visit = (node) => {
    if (node.type === 'code' && !node.lang) findings.push(`${name}:${node.position.start.line}: no language`);
    if (node.type === 'link' && node.url === '') findings.push(`${name}:${node.position.start.line}: no address`);
    node.children?.forEach(visit);
  };
  visit(tree);
}
process.stdout.write(`${findings.join('\n')}\n`);
