import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { closeEditors, show } from '../documents.ts';
import { closeTerminals, writeRunbook } from '../runbooks.ts';
import { useDefaultShell, useShell } from '../shells.ts';

/** How often each step runs: what is lost of an output is lost only now and then. */
const rounds = 2;

const incident = `# Incident: Output of steps

**Status:** Investigating
**Severity:** SEV-2

## Timeline (UTC)

- **00:01** - Detected
`;

/** What a person is shown of the last step's output before it goes into the timeline; a refusal's reason in place of it. */
async function shownOutput(step: string): Promise<string> {
  const { reason } = await commands.executeCommand<{ readonly reason?: string }>('incidentDocs.addStepOutput');
  const preview = workspace.textDocuments.find(
    ({ uri }) => uri.scheme === 'incident-docs-preview' && uri.path.endsWith(`Output of ${step}.txt`),
  );
  return preview?.getText() ?? reason ?? '';
}

describe('The output of a step', () => {
  afterEach(async () => {
    await closeTerminals();
    await closeEditors();
  });
  after(useDefaultShell);

  for (const [shell, language] of [
    ['bash', 'bash'],
    ['zsh', 'bash'],
    ['fish', 'fish'],
    ['fish', 'bash'],
  ] as const) {
    it(`is there from its first to its last line in ${shell}, of a ${language} block`, async function () {
      this.timeout(180_000);
      await useShell(shell);
      await show('incidents/2024-01-15-output-of-steps.md', incident);
      const names = Array.from({ length: rounds }, (_, round) => [`typed ${round}`, `sourced ${round}`] as const);
      const blocks = names.flatMap(([typed, sourced], round) => [
        [typed, `echo "in ${round}"`],
        [sourced, `# a comment\necho first ${round}\nseq 1 3000 | tr '\\n' ' '\necho\necho last ${round}`],
      ]);
      const runbook = await writeRunbook(`Output in ${shell} of ${language}`, Object.fromEntries(blocks), { language });
      const seen: string[] = [];
      for (const [name = ''] of blocks) {
        assert.equal((await runbook.run(name)).state, 'succeeded');
        const lines = (await shownOutput(name)).trimEnd().split('\n');
        seen.push(lines.length === 1 ? (lines[0] ?? '') : `${lines[0]} … ${lines.at(-1)}`);
      }
      assert.deepEqual(
        seen,
        names.flatMap((_, round) => [`in ${round}`, `first ${round} … last ${round}`]),
      );
    });
  }
});
