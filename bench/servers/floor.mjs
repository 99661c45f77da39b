// A language server that does the least a linter on the same parser can do: a whole parse for each change, and three trivial checks.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { finding, serve } from './serve.mjs';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
serve(() => (document) => check(document.getText()));

function check(text) {
  const tree = parser.parse(text);
  const items = [];
  const report = ({ position: { start, end } }, message) => items.push(finding(start, end, message));
  if (!tree.children.some((node) => node.type === 'heading' && node.depth === 1)) report(tree, 'No title.');
  const visit = (node) => {
    if (node.type === 'code' && !node.lang) report(node, 'No language.');
    if (node.type === 'link' && node.url === '') report(node, 'No address.');
    node.children?.forEach(visit);
  };
  visit(tree);
  return items;
}
