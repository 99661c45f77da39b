import type { Nodes } from 'mdast';

/** What a visitor answers to keep the walk out of a node's children. */
export const skip = Symbol('skip');

/**
 * Visits a node and all below it, each before its children, in document order. It keeps its own stack: documents nest
 * thousands of levels deep when somebody wants them to.
 */
export function walk(root: Nodes, visit: (node: Nodes, depth: number) => typeof skip | undefined): void {
  const stack: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (visit(node, depth) === skip || !('children' in node)) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push({ node: child, depth: depth + 1 });
    }
  }
}

/** The words of a node as a reader sees them, without Markdown's marks and HTML tags, on one line. */
export function wordsOf(root: Nodes): string {
  let words = '';
  walk(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') words += node.value;
    else if (node.type === 'image') words += node.alt ?? '';
    else if (node.type === 'break') words += ' ';
    return undefined;
  });
  return words.replace(/\s+/g, ' ').trim();
}
