import assert from 'node:assert/strict';
import { alertRequest, type AlertResult } from '../../src/protocol/alerts.ts';
import { newIncidentRequest, type NewIncidentResult, type Refusal } from '../../src/protocol/channels.ts';
import {
  incidentsRequest,
  linkPostmortemRequest,
  newDocumentRequest,
  onCallChecklistRequest,
  type KnownIncident,
  type LinkPostmortemResult,
  type NewDocumentResult,
} from '../../src/protocol/newDocument.ts';
import { onCallRequest, type OnCallResult } from '../../src/protocol/onCall.ts';
import {
  triageQuestionsRequest,
  triageRequest,
  type TriageQuestions,
  type TriageResult,
} from '../../src/protocol/triage.ts';
import { alertmanager } from '../alerts/payloads.ts';
import { openHarbour, type Harbour } from './harbour.ts';

const at = '2024-01-15T15:00:00Z';

describe('requests for documents, people and judgements', () => {
  let harbour: Harbour;
  before(async () => void (harbour = await openHarbour()));
  after(() => harbour.close());
  const slow = (): string => harbour.uriOf('incidents/slow.md');

  it('list the incidents, the one that began last first', async () => {
    const known = await harbour.client.request<KnownIncident[]>(incidentsRequest, {});
    assert.deepEqual(
      known.map(({ uri, live, status }) => [uri, live, status]),
      [
        [slow(), true, 'Investigating'],
        [harbour.uriOf('incidents/over.md'), false, 'Resolved'],
      ],
    );
  });

  it('carry it over into a postmortem, and link the two', async () => {
    const made = await harbour.ask<NewDocumentResult>(newDocumentRequest, {
      kind: 'postmortem',
      incident: slow(),
      folder: harbour.uriOf('postmortems'),
      at,
    });
    assert.equal(made.fileName, '2024-01-15-slow-checkout.md');
    assert.match(made.text, /\]\(\.\.\/incidents\/slow\.md\)/);
    const postmortem = harbour.uriOf(`postmortems/${made.fileName}`);
    const { edits } = await harbour.ask<LinkPostmortemResult>(linkPostmortemRequest, { uri: slow(), postmortem });
    assert.match(
      harbour.written(edits),
      /^\*\*Postmortem:\*\* \[Slow checkout\]\(\.\.\/postmortems\/2024-01-15-slow-checkout\.md\)$/m,
    );
    const { reason } = await harbour.client.request<Refusal>(newDocumentRequest, {
      kind: 'postmortem',
      incident: harbour.uriOf('runbooks/errors.md'),
      folder: harbour.uriOf('postmortems'),
      at,
    });
    assert.match(reason, /errors\.md is no incident document/);
  });

  it('name who is on call, and whom to page next', async () => {
    const { team, primary, secondary, from, until, escalation } = await harbour.ask<OnCallResult>(onCallRequest, {
      at,
    });
    assert.deepEqual([team, primary?.id, secondary?.name], ['Harbour', '@amina', 'Wei Lin (@wei)']);
    assert.ok(from <= at && at < until);
    assert.deepEqual(
      escalation.map(({ level, after }) => [level, after]),
      [
        [1, 5],
        [2, 10],
        [3, 15],
        [4, 20],
      ],
    );
    const { reason } = await harbour.client.request<Refusal>(onCallRequest, { at, team: 'Harbor' });
    assert.match(reason, /did you mean Harbour\?/);
    const week = await harbour.ask<NewDocumentResult>(onCallChecklistRequest, { at, team: 'Harbour' });
    assert.match(week.text, /^- \[ \] Review recent incidents$/m);
  });

  it('tell an incident from an everyday problem, and why', async () => {
    const asked = await harbour.ask<TriageQuestions>(triageQuestionsRequest, {});
    assert.deepEqual(
      asked.questions.map(({ name }) => name),
      ['objectiveBreached', 'majorChange', 'timePassed', 'dataIssue', 'customerVisible'],
    );
    const answers = { users: 30, errorRate: 0.07 };
    const verdict = await harbour.client.request<TriageResult>(triageRequest, { answers });
    assert.deepEqual(verdict, {
      incident: true,
      severity: 'SEV-2',
      reasons: ['7 % of the requests fail, over 5 %: SEV-2.', '30 % of the users are affected: SEV-3.'],
      grounds: '7 % of the requests fail, over 5 %',
      title: 'High Error Rate Detected',
    });
  });

  it('read an alert, judge how severe it is and why, and begin an incident by it', async () => {
    const text = JSON.stringify(alertmanager);
    const alert = await harbour.client.request<AlertResult>(alertRequest, { text });
    assert.deepEqual(
      [alert.source, alert.severity, alert.reasons, alert.services],
      ['Alertmanager', 'SEV-1', ['Alertmanager calls it critical'], ['checkout']],
    );
    assert.equal(alert.entries.length, 4);
    assert.deepEqual(await harbour.client.request<object>(alertRequest, { text: '{"a": 1}' }), {});
    const made = await harbour.ask<NewIncidentResult>(newIncidentRequest, {
      title: alert.title,
      severity: alert.severity,
      reason: alert.grounds,
      services: alert.services,
      payload: text,
      folder: harbour.uriOf('incidents'),
      at,
    });
    assert.match(made.text, /declared SEV-1: .* \(Alertmanager calls it critical\)$/m);
    assert.match(made.text, /^- \*\*Operations Lead:\*\* Amina Diallo \(@amina\)$/m);
    assert.match(made.text, /^Runbook: \[HighErrorRate\]\(\.\.\/runbooks\/errors\.md\)$/m);
    assert.match(made.text, /^\*\*First 5 minutes\*\*$/m);
    assert.deepEqual(made.runbooks, [{ uri: harbour.uriOf('runbooks/errors.md'), title: 'HighErrorRate' }]);
    const uri = harbour.uriOf('incidents/alert.md');
    await harbour.client.open(uri, made.text);
    const again = await harbour.client.request<AlertResult>(alertRequest, { text });
    assert.equal(again.live?.uri, uri);
    await harbour.client.close(uri);
  });
});
