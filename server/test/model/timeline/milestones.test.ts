import assert from 'node:assert/strict';
import { incidentDuration, milestoneTime } from '../../../src/core/model/timeline/milestones.ts';
import { milestonesIn } from '../../../src/core/model/timeline/milestoneWords.ts';
import { timelineOf } from './reading.ts';

/** The timeline of S1's postmortem. */
const s1 = `## Timeline (UTC)
- **14:23** - First alerts for increased error rates
- **14:25** - On-call engineer paged
- **14:28** - Incident declared SEV-2
- **14:30** - Incident commander assigned
- **14:35** - Root cause identified: database connection pool exhausted
- **14:40** - Mitigation started: increased connection pool size
- **14:50** - Partial recovery observed
- **15:05** - Additional scaling applied
- **16:58** - Full recovery confirmed
- **17:05** - Incident closed
`;

const named: readonly (readonly [words: string, milestone: string | undefined])[] = [
  ['First alerts for increased error rates', 'detected'],
  ['PagerDuty alert fired for checkout latency', 'detected'],
  ['On-call engineer paged', 'detected'],
  ['Alert CheckoutErrorRateHigh: 8 % of checkouts fail', 'detected'],
  ['**Alert:** latency over 2 s', 'detected'],
  ['Customer reports that login fails', 'detected'],
  ['notification by staff of another team', 'detected'],
  ['the author of `a` reports the issue to help@example.com', 'detected'],
  ['First calls at the service desk', 'detected'],
  ['GitHub updates their status page to report an outage', undefined],
  ['GitHub updates their status page to say the problem is fixed', undefined],
  ['@ann acks', 'acknowledged'],
  ['Start of OpenStreetMap.org outage', 'impact-started'],
  ['Start of the planned outage', undefined],
  ['End of OpenStreetMap.org outage', 'resolved'],
  ['vacuum finished, jobs flow again', 'resolved'],
  ['GitHub is usable again, and the PR gets merged', undefined],
  ['Team aware', 'detected'],
  ['**Detected:** by a customer', 'detected'],
  ['[detected] Error rate up', 'detected'],
  ['Error rate up #detected', 'detected'],
  ['Error rate up (detected)', 'detected'],
  ['OUTAGE BEGINS — search backends start melting', 'impact-started'],
  ['Fault occurs', 'impact-started'],
  ['A restaurant owner calls support: no orders', 'detected'],
  ['First payment error logged in the service', 'impact-started'],
  ['Users start seeing errors', 'impact-started'],
  ['Deploy finishes. **Outage begins.**', 'impact-started'],
  ['Incident declared SEV-2', 'declared'],
  ['We declared a SEV-1', 'declared'],
  ['**Incident is declared**.', 'declared'],
  ['On-call acknowledged the page', 'acknowledged'],
  ["Alert ack'd by Ann", 'acknowledged'],
  ['Reverts deployed, issue mitigated', 'mitigated'],
  ['Mitigation complete', 'mitigated'],
  ['Repaired', 'mitigated'],
  ['**Mitigation:** traffic moved back to gateway 4.1', 'mitigated'],
  ['On-call engineer pages the database team', 'detected'],
  ['Full recovery confirmed', 'resolved'],
  ['Service fully restored', 'resolved'],
  ['Incident declared resolved', 'resolved'],
  ['Everything is back to normal', 'resolved'],
  ['OUTAGE ENDS', 'resolved'],
  ['Status page is set to resolved', 'resolved'],
  ['Proxy deployed, resolving issue', 'resolved'],
  ['Restart the services. The site is back.', 'resolved'],
  ['She calls the end of incident. Continues to look into it in peace.', 'resolved'],
  ['Team prioritises getting the service back up and running', undefined],
  ['Engineer acknowledges that a new deployment would help', undefined],
  ['Ann flagged an unusually high error rate', 'detected'],
  ['Notice that the deployment failed', 'detected'],
  ['Attack started', 'impact-started'],
  ['Triage began - verified API container healthy', undefined],
  ['Users start seeing the light at the end of the tunnel', undefined],
  ['ann reported an app hash mismatch', 'detected'],
  ['Betty found the issue', 'detected'],
  ['Team acknowledges the tombstoned validators', undefined],
  ['Team acknowledges the alert', 'acknowledged'],
  ['Team acknowledged and checked the state', 'acknowledged'],
  ['Engineers acknowledge the alert', 'acknowledged'],
  ['Investigation starts after a user reported that the site was down', 'detected'],
  ['Note that the plot is back, launches are slow', undefined],
  ['Corrected the problem by renaming the file', 'resolved'],
  ['**Recovery:** uncordoned the node', 'resolved'],
  ['Incident closed', 'closed'],
  ['Closed the incident', 'closed'],
  // What only sounds like one.
  ['Incident commander assigned', undefined],
  ['Root cause identified: database connection pool exhausted', undefined],
  ['Mitigation started: increased connection pool size', undefined],
  ['Partial recovery observed', undefined],
  ['Additional scaling applied', undefined],
  ['Not resolved yet', undefined],
  ['The issue is not resolved', undefined],
  ['The name resolved to the old address', undefined],
  ['Resolved DNS name by hand', undefined],
  ['The issue was thought to be resolved', undefined],
  ['Once the incident is resolved we will tell', undefined],
  ['Resolved status for the CPU alert', undefined],
  ['Support ticket closed', undefined],
  ['Alert silenced for the night', undefined],
  ['Alert cleared', undefined],
  ['Attempted to mitigate, without effect', undefined],
  ['Incident not declared, but later agreed it was one', undefined],
  ['Service partially restored', undefined],
  ['Investigation into issue started', undefined],
  ['Development team acknowledged the problem', undefined],
  ['Active incident declared mitigated by the shutdown', 'mitigated'],
  ['**Discovery:** no metrics for an hour', 'detected'],
  ['The work is assigned to senior engineers for discovery', undefined],
  ['The logs around the start of the outage are looked at', undefined],
  ['The employee informs the caller that he has no card', undefined],
  ['Customers informed us that login fails', 'detected'],
  // What is well, but was not told as news.
  ['Verified database cluster healthy', undefined],
  ['Confirmed that the API servers are healthy; looking at the load balancer', undefined],
  ['New cluster is operational, traffic still on the old one', undefined],
  ['Verified all services healthy after the rollback', 'resolved'],
  ['Production traffic is healthy again', 'resolved'],
  ['Service operational.', 'resolved'],
  // What is denied, asked, wished or looked for.
  ['Nothing is back to normal', undefined],
  ['Is the site back to normal?', undefined],
  ['Restart of the proxy so that the API becomes available again', undefined],
  ['Verifying that the service is restored', undefined],
  ['We prematurely declared the incident resolved', undefined],
  ['Incident closed too early', undefined],
  ['We should have declared an incident', undefined],
  ['The alert that should have fired was silenced', undefined],
  ['Nobody noticed the errors', undefined],
  ['Alert fires but nobody acknowledges it', 'detected'],
  // What holds for a part, for a while, or of another moment.
  ['Service restored for 50% of users', undefined],
  ['Service restored in all regions', 'resolved'],
  ['Services restored except search', undefined],
  ['Service recovered briefly', undefined],
  ['Error rate slowly returning to normal', undefined],
  ['Site is back up, but checkout still fails', undefined],
  ['CPU of the database back to normal, errors persist', undefined],
  ['While the service was restored for EU, US still fails', undefined],
  ['After the service is restored we will tell customers', undefined],
  ['After the rollback the service is back to normal', 'resolved'],
  ['The incident that was resolved yesterday came back', undefined],
  ['Users report that the site is back to normal', 'resolved'],
  ['Service was not restored at once. Restarted. Service restored.', 'resolved'],
];

describe('Milestones', () => {
  for (const [words, milestone] of named) {
    it(`reads "${words}" as ${milestone ?? 'none'}`, () => {
      assert.equal(milestonesIn(words)[0]?.milestone, milestone);
    });
  }

  it('reads the seed’s timeline', () => {
    const found = timelineOf(s1).entries.flatMap(({ milestone, stamp }) =>
      milestone ? [`${stamp.time?.hour}:${stamp.time?.minute} ${milestone}`] : [],
    );
    assert.deepEqual(found, ['14:23 detected', '14:28 declared', '16:58 resolved', '17:5 closed']);
  });

  it('takes what a label says outright before what the words behind it may mean', () => {
    const timeline = timelineOf(
      '## Timeline (UTC)\n- 14:23 - First alert\n- 14:40 - Mitigation: traffic moved back to 4.1\n',
    );
    assert.equal(milestoneTime(timeline, 'resolved'), undefined);
    assert.equal(milestoneTime(timeline, 'mitigated'), (milestoneTime(timeline, 'detected') ?? 0) + 17 * 60_000);
  });

  it('measures the seed’s incident from its start to its resolution', () => {
    const timeline = timelineOf(s1);
    const from = Date.UTC(2024, 0, 15, 14, 23);
    const to = Date.UTC(2024, 0, 15, 16, 58);
    assert.deepEqual(incidentDuration(timeline), { minutes: 155, from, to });
    assert.equal(milestoneTime(timeline, 'impact-started'), from);
    assert.equal(milestoneTime(timeline, 'closed'), Date.UTC(2024, 0, 15, 17, 5));
    assert.equal(milestoneTime(timeline, 'mitigated'), undefined);
  });

  it('starts the impact where the timeline says so', () => {
    const timeline = timelineOf('## Timeline\n- 14:00 Outage begins\n- 14:23 Alert fired\n- 15:00 Outage ends\n');
    assert.equal(incidentDuration(timeline)?.minutes, 60);
    assert.equal(milestoneTime(timeline, 'detected'), Date.UTC(2024, 0, 15, 14, 23));
  });

  it('takes the last resolution and the first detection', () => {
    const timeline = timelineOf(
      '## Timeline\n- 14:00 Alert fired\n- 14:10 Issue resolved\n- 14:20 Alert fired again\n- 15:00 Issue resolved\n',
    );
    assert.equal(incidentDuration(timeline)?.minutes, 60);
  });

  it('takes what is noticed late for a finding', () => {
    const late = ['Deploy', 'Errors', 'Looked', 'Asked', 'Waited', 'It was noticed that the cache was cold', 'Fix'];
    const timeline = timelineOf(`## Timeline\n${late.map((words, index) => `- 14:0${index} ${words}\n`).join('')}`);
    assert.equal(milestoneTime(timeline, 'detected'), undefined);
  });

  it('takes no alert for the detection after somebody declared the incident, or far behind the beginning', () => {
    const declared = timelineOf('## Timeline\n- 14:00 Incident declared\n- 14:10 First reports of users\n');
    assert.equal(milestoneTime(declared, 'detected'), undefined);
    const steps = Array.from({ length: 20 }, (_, index) => `- 14:${String(index + 10)} Step\n`).join('');
    assert.equal(
      milestoneTime(timelineOf(`## Timeline\n${steps}- 14:40 Team is alerted to lag\n`), 'detected'),
      undefined,
    );
  });

  it('reads words that go on in the next line', () => {
    const timeline = timelineOf('## Timeline\n\n14:00 - Deploy **\\<START OF\nOUTAGE>**<br> 15:00 - Fix\n');
    assert.equal(milestoneTime(timeline, 'impact-started'), Date.UTC(2024, 0, 15, 14));
  });

  it('measures nothing where an end is missing or before the start', () => {
    assert.equal(incidentDuration(timelineOf('## Timeline\n- 14:00 Alert fired\n')), undefined);
    assert.equal(
      incidentDuration(timelineOf('## Timeline\n- 2024-01-15: Alert fired\n- 2024-01-16: Resolved\n')),
      undefined,
    );
    assert.equal(
      incidentDuration(timelineOf('## Timeline\n- 2024-01-16 14:00 Alert fired\n- 2024-01-15 15:00 Resolved\n')),
      undefined,
    );
  });
});
