import assert from 'node:assert/strict';
import { commands, env, window } from 'vscode';
import { closeEditors, lineOf, show } from '../documents.ts';
import { closeTerminals, writeRunbook, type StepResult } from '../runbooks.ts';

const text = `# Runbook: Blocks that do not run

## Investigation Steps

### No language

\`\`\`
echo no language
\`\`\`

### Configuration

\`\`\`yaml
replicas: 3
\`\`\`

### Empty

\`\`\`bash

\`\`\`

### Hidden

\`\`\`bash
echo safe
echo a\u202Eb \u200B; rm -rf x
\`\`\`

### Escape

\`\`\`bash
echo \u001B[8mhidden
\`\`\`

## Escalation

Nobody.
`;

async function runAt(words: string): Promise<StepResult> {
  const { document } = await show('runbooks/refused.md', text);
  return commands.executeCommand<StepResult>('incidentDocs.runStep', {
    uri: document.uri.toString(),
    line: lineOf(document, words),
  });
}

function isRefused(result: StepResult, reason: RegExp): void {
  assert.equal(result.state, 'refused');
  assert.match(result.reason ?? '', reason);
  assert.equal(window.terminals.length, 0);
}

describe('A block that must not run', () => {
  after(closeEditors);
  after(closeTerminals);

  it('has no language', async () => isRefused(await runAt('echo no language'), /no language/));
  it('has a language that no shell reads', async () => isRefused(await runAt('replicas'), /yaml/));
  it('is empty', async () => isRefused(await runAt('### Empty'), /empty/));
  it('holds characters that turn the text around or have no width', async () => {
    isRefused(await runAt('echo safe'), /Line 2.*a⟨U\+202E⟩b ⟨U\+200B⟩; rm -rf x/);
  });
  it('holds an escape sequence', async () => isRefused(await runAt('hidden'), /⟨U\+001B⟩\[8mhidden/));
  it('is not there', async () => isRefused(await runAt('# Runbook'), /no block/));

  it('is in a runbook whose working directory is not there', async () => {
    const runbook = await writeRunbook('Nowhere', { step: 'pwd' }, { frontMatter: ['cwd: no/such/folder'] });
    isRefused(await runbook.run('step'), /no\/such\/folder/);
  });

  it('says so for an answer that the command does not know', async () => {
    const result = await commands.executeCommand<StepResult>('incidentDocs.runStep', { line: 3, confirm: true });
    assert.match(result.reason ?? '', /"confirm"/);
  });
});

describe('Copying a step', () => {
  after(closeEditors);

  it('takes the block at the caret, without prompts', async () => {
    const { document } = await show(
      'runbooks/prompts.md',
      '# Runbook: Prompts\n\n## Investigation Steps\n\n```console\n$ echo one\none\n$ echo two\n```\n',
    );
    const copied = await commands.executeCommand<{ text: string }>('incidentDocs.copyStep', {
      uri: document.uri.toString(),
      line: 5,
    });
    assert.equal(copied.text.trimEnd(), 'echo one\necho two');
    assert.equal(await env.clipboard.readText(), copied.text);
  });
});
