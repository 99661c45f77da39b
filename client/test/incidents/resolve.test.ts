import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { closeEditors, placeOf, read, show } from '../documents.ts';
import { cancelled } from '../questions.ts';
import { until } from '../until.ts';

interface Answer {
  readonly uri?: string;
  readonly resolvedAt?: string;
  readonly reviewAt?: string;
  readonly ics?: string;
  readonly reason?: string;
}

/** Each test has a file of its own: an editor may keep the last text of one for a while. */
const pathOf = (name: string): string => `incidents/2024-01-15-${name}.md`;
const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** An incident that has been watched for so many minutes. */
function watched(minutes: number): string {
  return `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Monitoring
**Started:** ${minutesAgo(minutes + 60)} UTC

## Stakeholders

- **Incident Commander:** @amina

## Timeline (UTC)

- **${minutesAgo(minutes + 60)}** - Incident declared SEV-2: Slow checkout
- **${minutesAgo(minutes)}** - Status changed from Identified to Monitoring

## Summary

Checkout is slow.

## Resolution Objectives

- [x] Error rate below 1 % for 15 minutes
`;
}

const checks = { errorRate: 0.004, latencyP99Ms: 350, trafficRatio: 0.98 };
const answers = { resolution: 'Raised the pool', rootCause: 'The pool was too small' };

async function resolve(given?: object): Promise<Answer | undefined> {
  return commands.executeCommand<Answer | undefined>('incidentDocs.resolveIncident', given);
}

describe('Resolving an incident', () => {
  afterEach(closeEditors);
  after(async () => workspace.fs.delete(placeOf('incidents'), { recursive: true }));

  it('is one edit after the watch, sets the review and writes it for calendars', async () => {
    const text = watched(20);
    const { document } = await show(pathOf('watched'), text);
    const done = await resolve({ ...answers, checks, uri: document.uri.toString() });
    assert.equal(done?.reason, undefined);
    assert.equal(done?.uri, document.uri.toString());
    assert.match(document.getText(), /^\*\*Status:\*\* Resolved$/m);
    assert.match(document.getText(), /^\*\*Root Cause:\*\* The pool was too small$/m);
    assert.ok(Math.abs(Date.parse(done.resolvedAt ?? '') - Date.now()) < 60_000);
    assert.ok(Date.parse(done.reviewAt ?? '') > Date.now());
    assert.match(done.ics ?? '', /^BEGIN:VCALENDAR\r\n/);
    const calendar = Uri.parse(document.uri.toString().replace(/\.md$/, '-review.ics'));
    assert.equal(await read(calendar), done.ics);
    await commands.executeCommand('undo');
    await until('the text as it was', () => document.getText() === text);
  });

  it('begins the watch where there has been none, and resolves on purpose all the same', async () => {
    const { document } = await show(pathOf('begun'), watched(20).replace('** Monitoring', '** Identified'));
    const uri = document.uri.toString();
    const begun = await resolve({ ...answers, checks, uri });
    assert.match(begun?.reason ?? '', /is watched until/);
    assert.match(document.getText(), /^\*\*Status:\*\* Monitoring$/m);
    const again = await resolve({ checks, uri });
    assert.match(again?.reason ?? '', /is watched until/);
    const done = await resolve({ uri, override: 'The customer confirms it' });
    assert.equal(done?.reason, undefined);
    assert.match(document.getText(), /^\*\*Resolution:\*\* Raised the pool$/m);
    assert.match(document.getText(), /On purpose \(.*not watched for 15 minutes\): The customer confirms it\./);
  });

  it('refuses what is not verified with a reason, and changes nothing', async () => {
    const text = watched(20);
    const { document } = await show(pathOf('refused'), text);
    const uri = document.uri.toString();
    const refusals: readonly [object, RegExp][] = [
      [{ checks: { ...checks, errorRate: 0.02 } }, /error rate under 1 % \(it is 2 %\)/],
      [{ checks: {} }, /not measured/],
      [{ checks: { cpu: 1 } }, /cpu/],
      [{ checks, override: 3 }, /override/],
    ];
    for (const [given, reason] of refusals)
      assert.match((await resolve({ ...answers, uri, ...given }))?.reason ?? '', reason);
    assert.equal(document.getText(), text);
  });

  it('changes nothing where the person cancels', async () => {
    const text = watched(20);
    const { document } = await show(pathOf('cancelled'), text);
    const uri = document.uri.toString();
    assert.equal(await cancelled(resolve({ uri })), undefined);
    assert.equal(await cancelled(resolve({ ...answers, uri })), undefined);
    assert.equal(document.getText(), text);
  });
});
