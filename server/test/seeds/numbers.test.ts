import assert from 'node:assert/strict';
import { parseDocument, stringify } from 'yaml';
import { defaultConfiguration, describeConfiguration } from '../../src/core/configuration/configuration.ts';
import { incidentStatuses } from '../../src/core/configuration/severities.ts';
import { plainOf } from '../../src/core/shapes/write.ts';
import { read } from '../configuration/surroundings.ts';

const { severities, onCall, sla, slos, detection, resolution, review, metrics, checklists, roles, triage } =
  defaultConfiguration;
const minutes = { halfHour: 30, hour: 60, fourHours: 240, day: 1440 };

/** Every number, word and list that the example process has, against what holds without a file. */
describe('The numbers and lists of the example process hold without a configuration: they', () => {
  it('have S1’s severities: names, response times, cadences, audiences', () => {
    assert.deepEqual(
      severities.map(({ name, title, respondWithin, updateEvery }) => [name, title, respondWithin, updateEvery]),
      [
        ['SEV-1', 'Critical', 0, minutes.halfHour],
        ['SEV-2', 'High', 15, minutes.hour],
        ['SEV-3', 'Medium', minutes.hour, minutes.fourHours],
        ['SEV-4', 'Low', undefined, minutes.day],
      ],
    );
    assert.deepEqual(
      severities.map(({ notify }) => [notify.includes('channel'), notify.includes('executives')]),
      [
        [true, true],
        [true, false],
        [false, false],
        [false, false],
      ],
    );
    assert.deepEqual(
      severities.map(({ criteria }) => criteria.length),
      [4, 4, 4, 3],
    );
  });

  it('have its bounds: over half of the users; over $10K, from $1K to $10K, some, none an hour', () => {
    assert.deepEqual(
      severities.map(({ users }) => users),
      [undefined, { amount: 50, inclusive: false }, { amount: 0, inclusive: false }, undefined],
    );
    assert.deepEqual(
      severities.map(({ revenuePerHour }) => revenuePerHour),
      [
        { amount: 10_000, inclusive: false },
        { amount: 1000, inclusive: true },
        { amount: 0, inclusive: false },
        undefined,
      ],
    );
  });

  it('have its statuses, in order', () =>
    assert.deepEqual(incidentStatuses, ['Investigating', 'Identified', 'Monitoring', 'Resolved']));

  it('have its escalation after 5, 10, 15 and 20 minutes, and what it expects', () => {
    assert.deepEqual(
      onCall.escalation.map(({ name, person, after }) => [name, person, after]),
      [
        ['Primary on-call', 'primary', 5],
        ['Secondary on-call', 'secondary', 10],
        ['Engineering Manager', undefined, 15],
        ['VP Engineering', undefined, 20],
      ],
    );
    assert.deepEqual([onCall.acknowledgeWithin, onCall.respondWithin], [5, 15]);
  });

  it('have its rotation of a week that passes on Monday at 9', () => {
    const { configuration, problems } = read('onCall: { rotations: [{ team: Platform Engineering }] }');
    assert.deepEqual(problems, []);
    const [rotation] = configuration.onCall.rotations;
    assert.deepEqual([rotation?.every, rotation?.handOff], [7, { weekday: 1, time: '09:00' }]);
  });

  it('have its objectives: 99.9 % over 30 days leave 43.2 minutes', () => {
    assert.deepEqual(
      slos.map(({ name, target: { bound, amount, unit }, window }) => [name, `${bound} ${amount} ${unit}`, window]),
      [
        ['availability', 'at least 99.9 %', 30],
        ['latency', 'at most 500 ms', 30],
        ['errorRate', 'at most 0.1 %', 30],
      ],
    );
    const [availability] = slos;
    assert.ok(availability);
    const budget = (availability.window * 24 * 60 * (100 - availability.target.amount)) / 100;
    assert.equal(budget.toFixed(1), '43.2');
  });

  it('have its credits of 10 % for each 0.1 %, at most 100 %, by the month', () => {
    assert.deepEqual(
      [sla.availability, sla.credit, sla.period],
      [99.9, { step: 0.1, perStep: 10, most: 100 }, 'month'],
    );
  });

  it('have its support times, backups, and recovery objectives', () => {
    assert.deepEqual(
      [...sla.supportWithin],
      [
        ['SEV-1', 15],
        ['SEV-2', minutes.hour],
        ['SEV-3', minutes.fourHours],
        ['SEV-4', undefined],
      ],
    );
    assert.deepEqual(sla.backups, { every: minutes.day, keptFor: 30 });
    assert.deepEqual([sla.recoveryTime, sla.recoveryPoint], [minutes.fourHours, minutes.day]);
  });

  it('have its alarms and the incidents that they begin', () =>
    assert.deepEqual(detection, {
      errorRateAbove: { threshold: 5, severity: 'SEV-2', title: 'High Error Rate Detected' },
      latencyP99Above: { threshold: 5000, severity: 'SEV-2', title: 'High Latency Detected' },
      trafficBelow: { threshold: 50, severity: 'SEV-1', title: 'Significant Traffic Drop' },
    }));

  it('have its checks of a resolution', () =>
    assert.deepEqual(resolution, { errorRateBelow: 1, latencyP99Below: 1000, trafficAbove: 90, watch: 15 }));

  it('have its review two days after, with the responders and the leads', () =>
    assert.deepEqual([review.daysAfter, review.attendees], [2, ['responders', 'leads']]));

  it('aim at its times to repair', () =>
    assert.deepEqual(
      [...metrics.mttr],
      [
        ['SEV-1', 45],
        ['SEV-2', 90],
        ['SEV-3', 240],
        ['SEV-4', 1440],
      ],
    ));

  it('have its checklists: five items in each of the first three phases, six, six and five around the week', () => {
    assert.deepEqual(
      checklists.response.map(({ until, items }) => [until, items.length]),
      [
        [5, 5],
        [15, 5],
        [30, 5],
      ],
    );
    assert.deepEqual(
      checklists.onCall.map(({ items }) => items.length),
      [6, 6, 5],
    );
  });

  it('have its roles, of which one alone changes the system', () => {
    assert.deepEqual(
      roles.filter(({ changesSystem }) => changesSystem).map(({ name }) => name),
      ['Operations Lead'],
    );
    assert.deepEqual(
      roles.map(({ name }) => name),
      [
        'Incident Commander',
        'Communications Lead',
        'Operations Lead',
        'Planning Lead',
        'Engineer in Charge',
        'Management',
      ],
    );
  });

  it('have its five questions, of which data and customers decide alone', () => {
    assert.equal(triage.criteria.length, 5);
    assert.deepEqual(
      triage.criteria.filter(({ incident }) => incident === 'always').map(({ name }) => name),
      ['dataIssue', 'customerVisible'],
    );
  });

  it('read as themselves again when they are written down', () => {
    const text = stringify(plainOf(defaultConfiguration, describeConfiguration([])));
    assert.deepEqual(parseDocument(text).errors, []);
    const { configuration, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, defaultConfiguration);
  });
});
