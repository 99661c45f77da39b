import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { closeEditors, placeOf, show, write } from '../documents.ts';
import { cancelled } from '../questions.ts';
import { until } from '../until.ts';

interface Answer {
  readonly primary?: string | null;
  readonly secondary?: string | null;
  readonly from?: string;
  readonly until?: string;
  readonly level?: number;
  readonly person?: string | null;
  readonly after?: number;
  readonly reason?: string;
}

const whoIsOnCall = async (answers?: object) =>
  commands.executeCommand<Answer | undefined>('incidentDocs.whoIsOnCall', answers);
const escalate = async (answers?: object) =>
  commands.executeCommand<Answer | undefined>('incidentDocs.escalate', answers);

const rotation = `
onCall:
  rotations:
    - team: Harbour
      starts: 2026-01-05
      schedule:
        - { primary: amina, secondary: wei }
        - { primary: wei, secondary: amina }
`;

const incident = `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Investigating
**Started:** 2026-01-06 14:20 UTC

## Timeline (UTC)

- **14:20** - Incident declared SEV-2: Slow checkout
`;

describe('Who is on call', () => {
  before(async () => {
    await show('incidents/2026-01-06-slow-checkout.md', incident);
    await write('.incident-docs/config.yaml', rotation);
    // The server hears of the file when the editor does.
    await until('the rotation', async () => (await whoIsOnCall({ at: '2026-01-13T00:00:00Z' }))?.primary === 'wei');
  });
  afterEach(closeEditors);
  after(async () => {
    await workspace.fs.delete(placeOf('.incident-docs'), { recursive: true });
    await workspace.fs.delete(placeOf('incidents'), { recursive: true });
  });

  it('is answered for a time, with the ends of the watch', async () => {
    assert.deepEqual(await whoIsOnCall({ team: 'Harbour', at: '2026-01-13T00:00:00Z' }), {
      primary: 'wei',
      secondary: 'amina',
      from: '2026-01-12T09:00:00.000Z',
      until: '2026-01-19T09:00:00.000Z',
    });
  });

  it('is refused with the reason for a team that has no rotation', async () => {
    const answer = await whoIsOnCall({ team: 'Harbor' });
    assert.match(answer?.reason ?? '', /did you mean Harbour/);
  });

  it('names whom to page next, and says so in the timeline of the incident', async () => {
    const { document } = await show('incidents/2026-01-06-slow-checkout.md', incident);
    const answer = await escalate({ level: 3, uri: document.uri.toString() });
    assert.deepEqual(answer, { level: 3, person: null, after: 15 });
    assert.match(document.getText(), /\d\d:\d\d\*\* - Escalated to Engineering Manager\n/);
  });

  it('refuses a level that there is none of, and writes nothing', async () => {
    const { document } = await show('incidents/2026-01-06-slow-checkout.md', incident);
    const answer = await escalate({ level: 9, uri: document.uri.toString() });
    assert.match(answer?.reason ?? '', /no level 9; the levels of the escalation are 1 to 4/);
    assert.equal(document.isDirty, false);
  });

  it('writes nothing when the person cancels', async () => {
    const { document } = await show('incidents/2026-01-06-slow-checkout.md', incident);
    assert.equal(await cancelled(escalate({ uri: document.uri.toString() })), undefined);
    assert.equal(document.isDirty, false);
  });
});
