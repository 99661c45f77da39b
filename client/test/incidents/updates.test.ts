import assert from 'node:assert/strict';
import { commands, env, workspace } from 'vscode';
import { closeEditors, placeOf, show } from '../documents.ts';
import { cancelled } from '../questions.ts';

interface Answer {
  readonly text?: string;
  readonly subject?: string;
  readonly nextUpdateAt?: string | null;
  readonly reason?: string;
}

const draft = async (answers?: object) =>
  commands.executeCommand<Answer | undefined>('incidentDocs.draftStatusUpdate', answers);

const incident = `# Incident: Slow checkout

**Severity:** SEV-1
**Status:** Identified
**Started:** 2024-01-15 14:23 UTC
**Services Affected:** Checkout

## Timeline (UTC)

- **14:23** - Incident declared SEV-1: Slow checkout

## Summary

Checkout is slow.
`;

describe('Drafting a status update', () => {
  afterEach(closeEditors);
  after(async () => workspace.fs.delete(placeOf('incidents'), { recursive: true }));

  it('words it for the executives, copies it and says when the next one is due', async () => {
    const { document } = await show('incidents/2024-01-15-updates.md', incident);
    const before = Date.now();
    const answer = await draft({
      audience: 'executives',
      message: 'We add servers.',
      uri: document.uri.toString(),
    });
    assert.equal(answer?.subject, 'SEV-1 Update: Slow checkout');
    assert.match(answer.text ?? '', /^Current status:\nWe add servers\.$/m);
    const due = Date.parse(answer.nextUpdateAt ?? '');
    assert.ok(due >= before + 30 * 60_000 && due <= Date.now() + 30 * 60_000);
    assert.equal(await env.clipboard.readText(), answer.text);
    assert.equal(document.getText(), incident);
  });

  it('refuses an audience that there is none of', async () => {
    const { document } = await show('incidents/2024-01-15-updates.md', incident);
    const answer = await draft({ audience: 'press', message: 'x', uri: document.uri.toString() });
    assert.match(answer?.reason ?? '', /no audience "press"; choose from channel, statusPage, executives/);
  });

  it('leaves everything as it was when the person cancels', async () => {
    const { document } = await show('incidents/2024-01-15-updates.md', incident);
    assert.equal(await cancelled(draft({ uri: document.uri.toString() })), undefined);
    assert.equal(document.getText(), incident);
  });
});
