import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { resolveIncidentEdit, type Resolution } from '../../src/core/edits/resolveIncident.ts';
import { reviewAppointment } from '../../src/core/resolution/reviewAppointment.ts';
import { begun, onThatDay, read } from './process.ts';

const sound = { errorRate: 0.009, latencyP99Ms: 999, trafficRatio: 0.901 };
const wish: Resolution = {
  resolution: 'Increased the pool from 100 to 300',
  rootCause: 'The pool was too small for the campaign',
  measured: sound,
  met: [],
  override: undefined,
  verified: false,
};

async function resolve(text: string, given: Partial<Resolution>, clock: string) {
  const at = onThatDay(clock);
  const { document } = await read(text, at);
  const made = resolveIncidentEdit(document, { ...wish, ...given }, at, defaultConfiguration);
  const entry = 'reason' in made ? undefined : made.state === 'resolved' ? made : made.entry;
  return { made, text: applyEdits(text, entry?.edits ?? []) };
}

describe('S1 resolution', () => {
  const bounds: readonly (readonly [name: string, measured: Resolution['measured'], reason: string])[] = [
    ['an error rate of 1 %', { ...sound, errorRate: 0.01 }, 'error rate under 1 % (it is 1 %)'],
    ['a p99 of 1 s', { ...sound, latencyP99Ms: 1000 }, 'p99 latency under 1000 ms (it is 1,000 ms)'],
    ['90 % of the traffic', { ...sound, trafficRatio: 0.9 }, 'traffic over 90 % of the expected (it is 90 %)'],
    [
      'nothing measured',
      {},
      'error rate under 1 % (not measured), p99 latency under 1000 ms (not measured), traffic over 90 % of the expected (not measured)',
    ],
  ];
  for (const [name, measured, reason] of bounds) {
    it(`is refused with ${name}, and can be overridden on purpose`, async () => {
      const refused = await resolve(begun(), { measured }, '16:43');
      assert.deepEqual(refused.made, {
        reason: `The resolution is not verified; it takes ${reason}. Or override it on purpose, and say why.`,
      });
      const { text } = await resolve(begun(), { measured, override: 'The customers confirm it' }, '16:43');
      assert.match(text, /^\*\*Status:\*\* Resolved$/m);
      assert.match(text, /On purpose \(.*\): The customers confirm it\.$/m);
    });
  }

  it('takes 15 minutes of watching, then error rate and latency again', async () => {
    const watched = await resolve(begun(), {}, '16:43');
    assert.ok('state' in watched.made && watched.made.state === 'watched');
    assert.equal(watched.made.until, onThatDay('16:58'));
    const again = { errorRate: 0.009, latencyP99Ms: 999 };
    const early = await resolve(watched.text, { verified: true, measured: again }, '16:57');
    assert.ok('state' in early.made && early.made.state === 'watched');
    const worse = await resolve(watched.text, { verified: true, measured: { ...again, errorRate: 0.02 } }, '16:58');
    assert.ok('reason' in worse.made);
    const done = await resolve(watched.text, { verified: true, measured: again }, '16:58');
    for (const written of [
      '**Status:** Resolved',
      '**Resolved:** 2024-01-15 16:58 UTC',
      '**Resolution:** Increased the pool from 100 to 300',
      '**Root Cause:** The pool was too small for the campaign',
    ])
      assert.ok(done.text.includes(`${written}\n`), written);
  });

  it('leaves no line for a role that nobody took: the commander held it', async () => {
    const { text } = await resolve(begun({ operationsLead: '@bob' }), { override: 'Watched by hand' }, '16:58');
    const stakeholders = text.slice(text.indexOf('## Stakeholders'), text.indexOf('## Timeline'));
    assert.deepEqual(stakeholders.match(/(?<=\*\*)[^*:]+(?=:\*\*)/g), [
      'Incident Commander',
      'Operations Lead',
      'Internal Customers Affected',
      'External Customers Affected',
    ]);
  });

  // S1's incident ended on a Monday; two days after a Thursday and a Friday there is no working day.
  const reviews = [
    ['a Monday', '2024-01-15', '2024-01-17'],
    ['a Wednesday', '2024-01-17', '2024-01-19'],
    ['a Thursday', '2024-01-18', '2024-01-22'],
    ['a Friday', '2024-01-19', '2024-01-22'],
    ['a Saturday', '2024-01-20', '2024-01-22'],
    ['a Sunday', '2024-01-21', '2024-01-23'],
  ] as const;
  for (const [name, resolved, review] of reviews) {
    it(`that ends on ${name} sets the postmortem for two days later, on a working day`, async () => {
      const at = Date.parse(`${resolved}T16:58:00Z`);
      const { document } = await read(begun(), at);
      const appointment = reviewAppointment(document, defaultConfiguration, at, at);
      assert.equal(new Date(appointment.at).toISOString().slice(0, 10), review);
    });
  }

  it('invites the responders and the engineering leads', async () => {
    const { document } = await read(begun({ operationsLead: '@bob' }));
    const { ics } = reviewAppointment(document, defaultConfiguration, onThatDay('16:58'), onThatDay('16:58'));
    assert.match(ics.replaceAll('\r\n ', ''), /Also invited: alice\\, bob\\, Engineering leads/);
  });
});
