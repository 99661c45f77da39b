import assert from 'node:assert/strict';
import { defaultConfiguration, type Configuration } from '../../src/core/configuration/configuration.ts';
import { readConfiguration } from '../../src/core/configuration/read.ts';
import { analyze } from '../../src/core/lint.ts';
import { calendarFile } from '../../src/core/resolution/calendar.ts';
import { failedChecks, resolutionChecks, type Measurements } from '../../src/core/resolution/checks.ts';
import { reviewAttendees, reviewTime } from '../../src/core/resolution/review.ts';
import { settingsOfNobody } from '../../src/core/teamSettings.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';

function configured(text: string): Configuration {
  const { configuration, problems } = readConfiguration(text, { rules: [], templates: [] });
  assert.deepEqual(problems, []);
  return configuration;
}

describe('The checks before an incident is resolved', () => {
  const sound: Measurements = { errorRate: 0.009, latencyP99Ms: 999, trafficRatio: 0.91 };
  const cases: readonly (readonly [name: string, measured: Measurements, said: string | undefined])[] = [
    ['pass within the bounds of S1', sound, undefined],
    ['fail at the bound of the error rate', { ...sound, errorRate: 0.01 }, 'error rate under 1 % (it is 1 %)'],
    [
      'fail at the bound of the latency',
      { ...sound, latencyP99Ms: 1000 },
      'p99 latency under 1000 ms (it is 1,000 ms)',
    ],
    [
      'fail at the bound of the traffic',
      { ...sound, trafficRatio: 0.9 },
      'traffic over 90 % of the expected (it is 90 %)',
    ],
    [
      'fail without a measurement',
      { errorRate: 0, latencyP99Ms: 1 },
      'traffic over 90 % of the expected (not measured)',
    ],
  ];
  for (const [name, measured, said] of cases) {
    it(name, () => {
      const failed = failedChecks(resolutionChecks(defaultConfiguration, measured));
      assert.equal(failed, said === undefined ? undefined : `The resolution is not verified; it takes ${said}.`);
    });
  }

  it('leave the traffic out after the watch', () => {
    assert.equal(
      failedChecks(resolutionChecks(defaultConfiguration, { errorRate: 0, latencyP99Ms: 1 }, 'watch')),
      undefined,
    );
  });
});

describe('The review of a postmortem', () => {
  const cases: readonly (readonly [name: string, configuration: Configuration, resolved: string, review: string])[] = [
    ['is two days later (S1)', defaultConfiguration, '2024-01-15T17:05:00Z', '2024-01-17T10:00:00Z'],
    ['passes over the weekend', defaultConfiguration, '2024-01-18T17:05:00Z', '2024-01-22T10:00:00Z'],
    [
      'is in the morning of the team’s own day',
      configured('timezone: America/New_York'),
      '2024-01-16T03:00:00Z',
      '2024-01-17T15:00:00Z',
    ],
    [
      'goes by the team’s own week',
      configured('review: { daysAfter: 1, workingDays: [Sunday, Monday] }'),
      '2024-01-15T17:05:00Z',
      '2024-01-21T10:00:00Z',
    ],
    [
      'keeps its hour over a change of the clocks',
      configured('timezone: Europe/Berlin'),
      '2024-03-29T12:00:00Z',
      '2024-04-01T08:00:00Z',
    ],
  ];
  for (const [name, configuration, resolved, review] of cases) {
    it(name, () =>
      assert.equal(
        new Date(reviewTime(configuration, Date.parse(resolved))).toISOString(),
        review.replace('Z', '.000Z'),
      ),
    );
  }

  it('invites whoever held a role, and the leads, each once', async () => {
    const text = `# Incident: A\n\n**Severity:** SEV-2\n**Status:** Investigating\n\n## Stakeholders\n\n- **Incident Commander:** @amina\n- **Operations Lead:** Wei Lin and Amina Diallo\n- **Communications Lead:** [Name]\n`;
    const workspace = openNodeWorkspace('/w');
    const now = Date.parse('2024-01-15T00:00:00Z');
    const { document } = await analyze({ path: '/w/incidents/a.md', text }, { ...settingsOfNobody(), workspace, now });
    assert.ok(document);
    const configuration = configured(
      'people: { amina: { name: Amina Diallo, email: amina@harbour.example } }\nreview: { attendees: [responders, leads, amina] }',
    );
    assert.deepEqual(reviewAttendees(document, configuration), [
      { name: 'Amina Diallo', email: 'amina@harbour.example' },
      { name: 'Wei Lin', email: undefined },
      { name: 'Engineering leads', email: undefined },
    ]);
  });
});

describe('A calendar file', () => {
  const appointment = {
    id: 'review-2024-01-15-slow-checkout@incident-docs',
    title: 'Postmortem review: Slow checkout; API, Web',
    description: 'Line one\nincidents/2024-01-15-slow-checkout.md '.padEnd(120, 'ü'),
    from: Date.parse('2024-01-17T10:00:00Z'),
    duration: 60,
    attendees: [
      { name: 'Amina "A" Diallo', email: 'amina@harbour.example' },
      { name: 'Wei Lin', email: undefined },
    ],
    writtenAt: Date.parse('2024-01-15T17:05:00Z'),
  };
  const file = calendarFile(appointment);
  const lines = file.replaceAll('\r\n ', '').split('\r\n');

  it('states times in UTC, and escapes what has a meaning of its own', () => {
    for (const line of ['DTSTAMP:20240115T170500Z', 'DTSTART:20240117T100000Z', 'DTEND:20240117T110000Z'])
      assert.ok(lines.includes(line), line);
    assert.ok(lines.includes('SUMMARY:Postmortem review: Slow checkout\\; API\\, Web'));
    assert.ok(lines.some((line) => line.startsWith('DESCRIPTION:Line one\\nincidents/')));
  });

  it('invites by address, and names the others', () => {
    assert.ok(
      lines.includes('ATTENDEE;CN="Amina \'A\' Diallo";ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:amina@harbour.example'),
    );
    assert.ok(lines.some((line) => line.endsWith('\\nAlso invited: Wei Lin')));
  });

  it('has lines of at most 75 bytes that end with CRLF', () => {
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.equal(file.replaceAll('\r\n', '').includes('\n'), false);
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });
});
