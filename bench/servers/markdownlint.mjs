// A language server on markdownlint, with all its rules.
import { lint } from 'markdownlint/sync';
import { finding, serve } from './serve.mjs';

serve(() => (document) => {
  const results = lint({ strings: { document: document.getText() }, resultVersion: 3 });
  return results.document.map(({ lineNumber: line, errorRange, ruleDescription }) => {
    const [column, length] = errorRange ?? [1, 1];
    return finding({ line, column }, { line, column: column + length }, ruleDescription);
  });
});
