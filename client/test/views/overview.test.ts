import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { closeEditors, placeOf, show, write } from '../documents.ts';
import { until } from '../until.ts';

const incident = `# Incident: Slow orders

**Severity:** SEV-2
**Status:** Resolved
**Date:** 2024-01-15

## Timeline (UTC)

- **14:00** - Impact started
- **15:00** - Resolved
`;
const postmortem = `# Postmortem: Slow orders

**Date:** 2024-01-15
**Incident:** [Slow orders](../../overview/2024-01-15-orders.md)

## Action Items

| Action | Owner | Due Date | Status |
|--------|-------|----------|--------|
| Alert on the depth of the queue of orders | @bob | 2024-02-01 | Open |
`;

interface Shown {
  readonly open?: number;
  readonly actions?: readonly { readonly text: string; readonly urgency: string; readonly uri: string }[];
  readonly uri?: string;
  readonly reason?: string;
}

describe('The views of incidents and action items', () => {
  afterEach(closeEditors);
  after(async () => {
    for (const folder of ['overview', 'postmortems/overview'])
      await workspace.fs.delete(placeOf(folder), { recursive: true });
  });

  it('shows what is left to do and returns it', async () => {
    const uri = await write('postmortems/overview/2024-01-15-orders.md', postmortem);
    await window.showTextDocument(uri);
    const answer = await commands.executeCommand<Shown>('incidentDocs.showActionItems');
    const own = answer.actions?.filter(({ uri: at }) => at === uri.toString());
    assert.deepEqual(
      own?.map(({ text, urgency }) => [text, urgency]),
      [['Alert on the depth of the queue of orders', 'overdue']],
    );
    assert.ok((answer.open ?? 0) >= 1);
  });

  it('opens the postmortem of an incident', async () => {
    const at = await write('postmortems/overview/2024-01-15-orders.md', postmortem);
    await show('overview/2024-01-15-orders.md', incident);
    await until('the postmortem, once the server has heard of its file', async () => {
      const answer = await commands.executeCommand<Shown>('incidentDocs.openPostmortem');
      return answer.uri === at.toString();
    });
    assert.equal(window.activeTextEditor?.document.uri.toString(), at.toString());
  });

  it('says when there is none', async () => {
    const { document } = await show('overview/2024-02-20-login.md', incident.replace('2024-01-15', '2024-02-20'));
    const answer = await commands.executeCommand<Shown>('incidentDocs.openPostmortem', {
      uri: document.uri.toString(),
    });
    assert.match(answer.reason ?? '', /^No postmortem of this workspace links to "Slow orders"/);
  });

  it('opens each of its views', async () => {
    for (const view of ['incidents', 'runbook', 'actionItems'])
      await commands.executeCommand(`incidentDocs.${view}.focus`);
  });
});
