import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extensions } from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const root = join(__dirname, '../../..');
const ours = 'text.incident-docs.injection';

/** The editor's own grammar of Markdown with ours injected into it. */
async function loadMarkdown(): Promise<IGrammar> {
  const wasm = await readFile(createRequire(join(root, 'package.json')).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const markdown = extensions.getExtension('vscode.markdown')?.extensionPath;
  assert.ok(markdown, 'VS Code has no Markdown grammar');
  const files: Readonly<Record<string, string>> = {
    'text.html.markdown': join(markdown, 'syntaxes/markdown.tmLanguage.json'),
    [ours]: join(root, 'syntaxes/incident-docs.tmLanguage.json'),
  };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    getInjections: (scope) => (scope === 'text.html.markdown' ? [ours] : undefined),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file === undefined ? undefined : parseRawGrammar(await readFile(file, 'utf8'), file);
    },
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  assert.ok(grammar);
  return grammar;
}

/** What our grammar colours in a document, as `text: scope` without the parts of the scope that are always the same. */
function colored(grammar: IGrammar, document: string): readonly string[] {
  let stack = INITIAL;
  return document.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.find((name) => name.endsWith('.incident-docs'));
      return scope === undefined
        ? []
        : [`${line.slice(startIndex, endIndex)}: ${scope.split('.').slice(1, -1).join('.')}`];
    });
  });
}

describe('The grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadMarkdown();
  });

  const cases: readonly [string, string, readonly string[]][] = [
    ['stamps in bold bullets', '- **14:23** - First alerts', ['14:23: numeric.stamp']],
    ['stamps with zones', '- 14:23 UTC: declared', ['14:23 UTC: numeric.stamp']],
    ['stamps in brackets', '- [14:31] paged', ['14:31: numeric.stamp']],
    ['full stamps', '* 2024-01-15T14:23:05Z closed', ['2024-01-15T14:23:05Z: numeric.stamp']],
    ['stamps of twelve hours', '2:23 PM - called', ['2:23 PM: numeric.stamp']],
    ['stamps in tables', '| Time | Event |\n|---|---|\n| 14:23 | paged |', ['14:23: numeric.stamp']],
    ['severities', 'Declared SEV-1, later P2.', ['SEV-1: other.severity.critical', 'P2: other.severity']],
    ['owners in tables', '| A | B |\n|---|---|\n| Add an alert | @alice |', ['@alice: name.tag.owner']],
    ['owners in text', 'Handed to @bob.smith, then @carol.', ['@bob.smith: name.tag.owner', '@carol: name.tag.owner']],
    [
      'placeholders',
      '**Duration:** [Duration], TBD',
      ['[Duration]: parameter.placeholder', 'TBD: parameter.placeholder'],
    ],
    ['placeholders in titles', '# Postmortem: [Incident Title]', ['[Incident Title]: parameter.placeholder']],
    ['placeholders of time', '- **XX:XX** - TODO', ['XX:XX: parameter.placeholder', 'TODO: parameter.placeholder']],
    ['no link', 'See [the runbook](a.md), [another][ref], [^1] and [[a note]].', []],
    ['no definition', '[ref]: https://example.com/SEV-1', []],
    ['no task', '- [ ] open\n- [x] done', []],
    ['no code', 'Run `kubectl get @x [pod]`.\n\n```bash\n14:23 SEV-1 @bob [pod] TODO\n```', []],
    ['no address', 'Write to oncall@example.com or https://example.com/@x.', []],
    ['no time within a sentence', 'It opens at 14:23 and the ratio is 16:9.', []],
    ['no comment', '<!-- TODO SEV-1 @bob [x y] -->', []],
  ];
  for (const [name, text, expected] of cases)
    it(`colours ${name}`, () => assert.deepEqual(colored(grammar, text), expected));
});
