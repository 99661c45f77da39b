import assert from 'node:assert/strict';
import { defaultSeverities } from '../../src/core/configuration/severities.ts';
import { newIncident, type IncidentFacts } from '../../src/core/edits/newIncident.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';

const template = builtInTemplates().find(({ kind, name }) => kind === 'incident' && name === 'default');
const facts: IncidentFacts = {
  title: 'High error rate on checkout',
  severity: 'SEV-2',
  services: ['API', 'Web'],
  commander: '@alice',
  trigger: 'Automated alert',
  at: Date.UTC(2024, 0, 15, 14, 28),
};

function made(given: Partial<IncidentFacts> = {}) {
  assert.ok(template);
  return newIncident({ ...facts, ...given }, template, defaultSeverities);
}

describe('A new live incident document', () => {
  it('has the known facts in its fields', () => {
    const { text } = made();
    assert.match(text, /^# Incident: High error rate on checkout$/m);
    assert.match(text, /^\*\*Severity:\*\* SEV-2$/m);
    assert.match(text, /^\*\*Status:\*\* Investigating$/m);
    assert.match(text, /^\*\*Started:\*\* 2024-01-15 14:28 UTC$/m);
    assert.match(text, /^\*\*Services Affected:\*\* API, Web$/m);
    assert.match(text, /^- \*\*Incident Commander:\*\* @alice$/m);
  });

  it('says when the next update is due: an hour later at SEV-2, half an hour at SEV-1', () => {
    assert.match(made().text, /^\*\*Next Update:\*\* 2024-01-15 15:28 UTC$/m);
    assert.match(made({ severity: 'SEV-1' }).text, /^\*\*Next Update:\*\* 2024-01-15 14:58 UTC$/m);
    assert.match(made({ at: Date.UTC(2024, 0, 15, 23, 45) }).text, /^\*\*Next Update:\*\* 2024-01-16 00:45 UTC$/m);
  });

  it('goes by the cadence of the team’s own severities', () => {
    assert.ok(template);
    const [gravest] = defaultSeverities;
    assert.ok(gravest);
    const { text } = newIncident({ ...facts, severity: 'P1' }, template, [{ ...gravest, name: 'P1', updateEvery: 10 }]);
    assert.match(text, /^\*\*Next Update:\*\* 2024-01-15 14:38 UTC$/m);
  });

  it('has its first timeline entries and no template entry', () => {
    const { text } = made();
    const timeline = text.slice(text.indexOf('## Timeline'), text.indexOf('## Summary'));
    assert.equal(
      timeline,
      '## Timeline (UTC)\n\n- **14:28** - Detected: automated alert\n' +
        '- **14:28** - Incident declared SEV-2: High error rate on checkout\n- **14:28** - @alice is incident commander\n\n',
    );
  });

  it('says in its first entries why it is so severe', () => {
    const { text } = made({ reason: '7 % of the requests fail, over 5 %.\n' });
    assert.match(
      text,
      /^- \*\*14:28\*\* - Incident declared SEV-2: High error rate on checkout \(7 % of the requests fail, over 5 %\)$/m,
    );
  });

  it('puts the caret into an empty summary, so that typing goes on there', () => {
    const { text, caret } = made();
    assert.ok(text.slice(0, caret).endsWith('## Summary\n\n'));
    assert.ok(text.slice(caret).startsWith('\n\n## Response Checklist'));
  });

  it('leaves what it does not know as the template has it', () => {
    const { text } = made({ services: [], commander: '', trigger: '' });
    assert.match(text, /^\*\*Services Affected:\*\* \[Services\]$/m);
    assert.match(text, /^- \*\*Incident Commander:\*\* \[Name\]$/m);
  });

  it('names the file by day and title', () => {
    assert.equal(made().fileName, '2024-01-15-high-error-rate-on-checkout.md');
    assert.equal(made({ title: '  Über-langsam:\n API?! ' }).fileName, '2024-01-15-uber-langsam-api.md');
    assert.equal(made({ title: '!!!' }).fileName, '2024-01-15-incident.md');
  });

  it('keeps a title on one line', () => {
    assert.match(made({ title: 'API\n## down' }).text, /^# Incident: API ## down$/m);
  });

  it('has its entries in the zone in which they will be read', () => {
    const zones = [
      ['**Started:** YYYY-MM-DD\n\n## Timeline\n', '14:28'],
      ['## Timeline\n', '15:28'],
      ['## Timeline (America/New_York)\n', '09:28'],
      ['All times are in UTC.\n\n## Timeline\n', '14:28'],
    ] as const;
    assert.ok(template);
    for (const [body, time] of zones) {
      const own = { ...template, body: `# Incident: [Title]\n\n${body}\n- **HH:MM** - [event]\n` };
      const { text } = newIncident(facts, own, defaultSeverities, 'Europe/Oslo');
      assert.match(text, new RegExp(`^- \\*\\*${time}\\*\\* - Incident declared`, 'm'), body);
    }
  });
});
