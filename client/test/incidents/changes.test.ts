import assert from 'node:assert/strict';
import { commands, window, workspace, type TextDocument } from 'vscode';
import { closeEditors, placeOf, show } from '../documents.ts';
import { cancelled } from '../questions.ts';
import { until } from '../until.ts';

interface Answer {
  readonly uri?: string;
  readonly line?: number;
  readonly reason?: string;
}

const path = 'incidents/2024-01-15-changes.md';

const incident = `# Incident: Slow checkout

**Severity:** SEV-3
**Status:** Investigating
**Started:** 2024-01-15 14:23 UTC
**Next Update:** 2024-01-15 18:23 UTC

## Stakeholders

- **Incident Commander:** Amina

## Timeline (UTC)

- **14:23** - Incident declared SEV-3: Slow checkout

## Resolution Objectives

- [ ] Error rate below 1 % for 15 minutes
`;

async function change(command: string, answers?: object): Promise<Answer | undefined> {
  return commands.executeCommand<Answer | undefined>(`incidentDocs.${command}`, answers);
}

function entryAt(document: TextDocument, answer: Answer | undefined): string {
  assert.equal(answer?.reason, undefined);
  assert.equal(answer?.uri, document.uri.toString());
  return document.lineAt(answer?.line ?? -1).text.replace(/^- \*\*[^*]*\*\* - /, '');
}

describe('Changing a live incident', () => {
  afterEach(closeEditors);
  after(async () => workspace.fs.delete(placeOf('incidents'), { recursive: true }));

  const cases: readonly (readonly [command: string, answers: object, field: RegExp, entry: string])[] = [
    [
      'changeSeverity',
      { severity: 'SEV-1', reason: 'nobody can pay' },
      /^\*\*Severity:\*\* SEV-1$/m,
      'Severity changed from SEV-3 to SEV-1: nobody can pay',
    ],
    [
      'changeStatus',
      { status: 'identified', note: 'pool exhausted' },
      /^\*\*Status:\*\* Identified$/m,
      'Status changed from Investigating to Identified: pool exhausted',
    ],
    [
      'assignRole',
      { role: 'Incident Commander', person: '@wei' },
      /^- \*\*Incident Commander:\*\* @wei$/m,
      '@wei takes over as incident commander from Amina',
    ],
  ];
  for (const [command, answers, field, entry] of cases) {
    it(`${command} edits the field and the timeline, and one undo takes both back`, async () => {
      const { document } = await show(path, incident);
      assert.equal(entryAt(document, await change(command, { ...answers, uri: document.uri.toString() })), entry);
      assert.match(document.getText(), field);
      await commands.executeCommand('undo');
      await until('the text as it was', () => document.getText() === incident);
    });
  }

  it('finds the incident in the active editor', async () => {
    const { document } = await show(path, incident);
    await until(
      'the active incident',
      async () => (await change('changeStatus', { status: 'Monitoring' }))?.line !== undefined,
    );
    assert.match(document.getText(), /Status changed from Investigating to Monitoring/);
  });

  it('refuses to resolve while an objective is open, and names it', async () => {
    const { document } = await show(path, incident);
    const answer = await change('changeStatus', { status: 'Resolved', uri: document.uri.toString() });
    assert.match(answer?.reason ?? '', /still open: "Error rate below 1 % for 15 minutes"/);
    assert.equal(document.getText(), incident);
  });

  for (const command of ['changeSeverity', 'changeStatus', 'assignRole']) {
    it(`${command} leaves everything as it was when the person cancels`, async () => {
      const { document } = await show(path, incident);
      assert.equal(await cancelled(change(command, { uri: document.uri.toString() })), undefined);
      assert.equal(document.getText(), incident);
    });
  }

  it('is picked from the keyboard alone', async () => {
    const { document } = await show(path, incident);
    const changing = change('changeStatus', { uri: document.uri.toString() });
    // Enter takes what is offered first, the status that comes next; a second one leaves the note out.
    await until('the change', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([changing.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 50, false))]);
    });
    assert.equal(entryAt(document, await changing), 'Status changed from Investigating to Identified');
    assert.equal(window.activeTextEditor?.document, document);
  });
});
