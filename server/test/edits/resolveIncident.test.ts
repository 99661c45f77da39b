import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { resolveIncidentEdit, type Resolution } from '../../src/core/edits/resolveIncident.ts';
import { analyze } from '../../src/core/lint.ts';
import { reviewAppointment } from '../../src/core/resolution/reviewAppointment.ts';
import { settingsOfNobody } from '../../src/core/teamSettings.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';

const settings = settingsOfNobody();
const at = Date.parse('2024-01-15T16:58:00Z');
const path = '/w/incidents/2024-01-15-slow.md';

const incident = `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Monitoring
**Started:** 2024-01-15 14:23 UTC
**Next Update:** 2024-01-15 17:30 UTC

## Stakeholders

- **Incident Commander:** @amina
- **Communications Lead:** @jonas
- **Operations Lead:** @wei

## Timeline (UTC)

- **14:23** - First alerts
- **14:28** - Incident declared SEV-2: Slow checkout
- **16:40** - Status changed from Identified to Monitoring

## Summary

Checkout is slow.

## Detailed Status Report

The pool is full.

## Resolution Objectives

- [x] Error rate below 1 % for 15 minutes

## Post-Incident Actions

- Alert on the pool (owner: @wei, due: 2024-02-01)
`;

const wish: Resolution = {
  resolution: 'Raised the pool\nfrom 100 to 300',
  rootCause: 'The pool was too small',
  measured: { errorRate: 0.004, latencyP99Ms: 350, trafficRatio: 0.98 },
  met: [],
  override: undefined,
  verified: false,
};

async function read(text: string, now = at) {
  const analysis = await analyze({ path, text }, { ...settings, workspace: openNodeWorkspace('/w'), now });
  assert.ok(analysis.document);
  return { ...analysis, document: analysis.document };
}

async function resolve(given: Partial<Resolution> = {}, text = incident, now = at) {
  const { document } = await read(text);
  const made = resolveIncidentEdit(document, { ...wish, ...given }, now, defaultConfiguration);
  const entry = 'reason' in made ? undefined : made.state === 'resolved' ? made : made.entry;
  const changed = applyEdits(text, entry?.edits ?? []);
  return { made, text: changed, line: entry ? changed.split('\n')[entry.entryLine] : undefined };
}

function reasonOf({ made }: Awaited<ReturnType<typeof resolve>>): string {
  return 'reason' in made ? made.reason : '';
}

describe('Resolving an incident', () => {
  it('sets status and moment, tells resolution and root cause, and promises no update any more', async () => {
    const { text, line } = await resolve();
    assert.match(
      text,
      /^\*\*Status:\*\* Resolved\n\*\*Resolved:\*\* 2024-01-15 16:58 UTC\n\*\*Resolution:\*\* Raised the pool from 100 to 300\n\*\*Root Cause:\*\* The pool was too small\n\*\*Started:\*\*/m,
    );
    assert.ok(!text.includes('Next Update'));
    assert.equal(
      line,
      '- **16:58** - Status changed from Monitoring to Resolved: Raised the pool from 100 to 300. Verified: error rate 0.4 %, p99 latency 350 ms, traffic 98 %',
    );
  });

  it('leaves nothing for the rules to complain of, and the entry is the milestone', async () => {
    const { document, diagnostics } = await read((await resolve()).text);
    const found = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
    assert.deepEqual(
      found.filter((each) => !/^(?:postmortem-missing|update-gap|multi-role|starts-at-alert|unfilled)/.test(each)),
      [],
    );
    assert.equal(document.timeline?.entries.at(-1)?.milestone, 'resolved');
  });

  const refusals: readonly (readonly [name: string, given: Partial<Resolution>, text: string, reason: RegExp])[] = [
    [
      'checks that fail',
      { measured: { ...wish.measured, errorRate: 0.02 } },
      incident,
      /error rate under 1 % \(it is 2 %\)/,
    ],
    ['checks that nobody made', { measured: {} }, incident, /p99 latency under 1000 ms \(not measured\)/],
    [
      'objectives that are open',
      {},
      incident.replace('[x]', '[ ]'),
      /still open: "Error rate below 1 % for 15 minutes"/,
    ],
    ['an incident that is over', {}, incident.replace('** Monitoring', '** Resolved'), /is Resolved already/],
  ];
  for (const [name, given, text, reason] of refusals) {
    it(`refuses ${name}, and changes nothing`, async () => {
      const refused = await resolve(given, text);
      assert.match(reasonOf(refused), reason);
      assert.equal(refused.text, text);
    });
  }

  it('passes over all of them on purpose, and tells so', async () => {
    const open = incident.replace('[x]', '[ ]').replace('** Monitoring', '** Identified');
    const { line, text } = await resolve({ measured: { errorRate: 0.02 }, override: 'The customer confirms it' }, open);
    assert.match(text, /^\*\*Status:\*\* Resolved$/m);
    assert.match(
      line ?? '',
      /On purpose \(error rate 2 %, p99 latency not measured, traffic not measured, "Error rate.*" not met, not watched for 15 minutes\): The customer confirms it\.$/,
    );
  });

  it('checks off the objectives that are called met', async () => {
    const { text } = await resolve({ met: ['Error rate below 1 % for 15 minutes'] }, incident.replace('[x]', '[ ]'));
    assert.match(text, /^- \[x\] Error rate below 1 %/m);
    assert.match(text, /^\*\*Status:\*\* Resolved$/m);
  });

  it('begins the watch where none has been', async () => {
    const { made, text, line } = await resolve(
      {},
      incident.replace('** Monitoring', '** Identified').replace(/^- \*\*16:40.*\n/m, ''),
    );
    assert.ok('state' in made && made.state === 'watched');
    assert.equal(made.until, at + 15 * 60_000);
    assert.match(text, /^\*\*Status:\*\* Monitoring$/m);
    assert.match(
      line ?? '',
      /16:58\*\* - Status changed from Identified to Monitoring: error rate 0\.4 %, p99 latency 350 ms, traffic 98 %$/,
    );
    const later = await resolve(
      { verified: true, measured: { errorRate: 0, latencyP99Ms: 90 } },
      text,
      at + 15 * 60_000,
    );
    assert.match(later.text, /^\*\*Status:\*\* Resolved$/m);
  });

  it('goes on with a watch that is not over', async () => {
    const { made, text } = await resolve({}, incident, Date.parse('2024-01-15T16:50:00Z'));
    assert.ok('state' in made && made.state === 'watched');
    assert.equal(new Date(made.until).toISOString(), '2024-01-15T16:55:00.000Z');
    assert.equal(text, incident);
  });

  it('begins the watch anew after a step back', async () => {
    const dated = incident
      .replace('** Monitoring', '** Identified')
      .replaceAll(/^- \*\*(\d\d:)/gm, '- **2024-01-15 $1')
      .replace('**Next Update:** 2024-01-15 17:30 UTC\n', '');
    const { text } = await resolve({}, dated);
    const { made } = await resolve({}, text, at + 30_000);
    assert.ok('state' in made && made.state === 'watched', text);
    assert.equal(made.until, at + 15 * 60_000);
  });

  it('writes into the sections that a document has for it', async () => {
    const { text } = await resolve({}, `${incident}\n## Root Cause\n\n[Why]\n\n## Resolution\n\nFirst a restart.\n`);
    assert.match(text, /## Resolution\n\nFirst a restart\.\n\nRaised the pool\nfrom 100 to 300\n/);
    assert.match(text, /## Root Cause\n\n(?:\[Why\]\n\n)?The pool was too small\n/);
  });

  it('keeps Windows line ends and front matter', async () => {
    const text =
      `---\nkind: incident\nstatus: Monitoring\n---\n\n${incident.replace(/\*\*Status:.*\n/, '')}`.replaceAll(
        '\n',
        '\r\n',
      );
    const made = await resolve({}, text);
    assert.equal(reasonOf(made), '');
    assert.match(made.text, /^status: Resolved\r$/m);
    assert.ok(!/[^\r]\n/.test(made.text), made.text);
  });

  it('sets the review two days later, with who held a role and the leads', async () => {
    const { document } = await read(incident);
    const { at: review, ics } = reviewAppointment(document, defaultConfiguration, at, at);
    assert.equal(new Date(review).toISOString(), '2024-01-17T10:00:00.000Z');
    assert.match(ics, /^DTSTART:20240117T100000Z\r$/m);
    assert.match(ics.replaceAll('\r\n ', ''), /Also invited: amina\\, jonas\\, wei\\, Engineering leads/);
  });
});
