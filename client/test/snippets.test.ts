import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages, SnippetString } from 'vscode';
import { closeEditors, show } from './documents.ts';
import { until } from './until.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

/** What a document that follows its template is never told. */
const structural = [
  'missing-title',
  'missing-section',
  'missing-field',
  'section-order',
  'duplicate-section',
  'fence-no-language',
];

async function readSnippets(): Promise<Readonly<Record<string, Snippet>>> {
  const text = await readFile(join(__dirname, '../../../snippets/incident-docs.json'), 'utf8');
  const snippets: Readonly<Record<string, Snippet>> = JSON.parse(text);
  return snippets;
}

describe('A snippet', () => {
  afterEach(closeEditors);

  for (const name of ['Postmortem', 'Runbook', 'Live incident']) {
    it(`of a ${name.toLowerCase()} has all that its template asks for`, async () => {
      const snippet = (await readSnippets())[name];
      const editor = await show(`snippets/${name}.md`, '');
      await editor.insertSnippet(new SnippetString(snippet?.body.join('\n')));
      const found = await until('the diagnostics of the placeholders', () => {
        const all = languages.getDiagnostics(editor.document.uri);
        return all.length > 0 ? all : undefined;
      });
      const codes = found.map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
      assert.ok(codes.includes('unfilled-placeholder'), codes.join(', '));
      assert.deepEqual(
        codes.filter((code) => structural.includes(code)),
        [],
      );
    });
  }
});
