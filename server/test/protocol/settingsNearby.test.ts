import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alertRequest, type AlertResult } from '../../src/protocol/alerts.ts';
import {
  catalogRequest,
  newIncidentRequest,
  type Catalog,
  type NewIncidentResult,
  type Refusal,
} from '../../src/protocol/channels.ts';
import { newDocumentRequest, onCallChecklistRequest, type NewDocumentResult } from '../../src/protocol/newDocument.ts';
import { triageQuestionsRequest, triageRequest, type TriageResult } from '../../src/protocol/triage.ts';
import { opsgenie } from '../alerts/payloads.ts';
import { startClient, type Client } from './client.ts';

const ownTemplate =
  '# Incident: [Title]\n\n**Severity:** [S]\n\n## Log (UTC)\n\n- **HH:MM** - [What]\n\n## Summary\n\n[What]\n';
const files = {
  '.incident-docs/config.yaml': 'timezone: UTC\n',
  'packages/pay/.incident-docs/config.yaml': `timezone: UTC
severities:
  - { name: P1, title: Everything, criteria: [Cranes stand still], updateEvery: 10 min }
  - { name: P2, title: Some of it, criteria: [A crane stands still] }
people:
  '@wei': { name: Wei Lin }
onCall:
  rotations:
    - { team: Pay, starts: 2024-01-01, schedule: [{ primary: '@wei' }] }
triage:
  criteria:
    - { name: craneStands, question: 'Does a crane stand still?', incident: always }
`,
  'packages/pay/.incident-docs/templates/incident.md': ownTemplate,
};
const at = '2024-01-16T09:00:00Z';

describe('what is asked about a place in a nested folder with a configuration of its own', () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    client = await startClient({ folder });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const places: readonly (readonly [place: string, uri: () => string | undefined, severities: readonly string[]])[] = [
    ['no place', () => undefined, ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']],
    ['a place outside of it', () => uriOf('incidents/new.md'), ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']],
    ['a place in it', () => uriOf('packages/pay/incidents/new.md'), ['P1', 'P2']],
  ];
  for (const [place, uri, severities] of places) {
    it(`offers the severities and templates of ${place}`, async () => {
      const catalog = await client.request<Catalog>(catalogRequest, { uri: uri() });
      assert.deepEqual(
        catalog.severities.map(({ name }) => name),
        severities,
      );
      const own = catalog.templates.some(({ kind, name }) => kind === 'incident' && name === 'incident');
      assert.equal(own, severities.length === 2);
    });
  }

  it('makes the incident document by that configuration', async () => {
    const params = { title: 'Crane 3', severity: 'P1', services: [], at, folder: uriOf('packages/pay/incidents') };
    const { text } = await client.request<NewIncidentResult>(newIncidentRequest, params);
    assert.match(text, /^## Log \(UTC\)$/m);
    const builtIn = await client.request<NewIncidentResult>(newIncidentRequest, { ...params, template: 'default' });
    assert.match(builtIn.text, /^\*\*Next Update:\*\* 2024-01-16 09:10 UTC$/m);
    assert.match(builtIn.text, /^- \*\*Operations Lead:\*\* Wei Lin \(@wei\)$/m);
    const outside = { ...params, folder: uriOf('incidents'), template: 'incident' };
    const { reason } = await client.request<Refusal>(newIncidentRequest, outside);
    assert.match(reason, /^There is no incident template "incident"; the templates are: default, google-sre\.$/);
  });

  it('makes other documents by that configuration', async () => {
    const folderUri = uriOf('packages/pay/incidents');
    const made = await client.request<NewDocumentResult>(newDocumentRequest, {
      kind: 'incident',
      title: 'Crane 4',
      folder: folderUri,
      at,
    });
    assert.match(made.text, /^## Log \(UTC\)$/m);
    const week = await client.request<NewDocumentResult>(onCallChecklistRequest, { at, folder: folderUri });
    assert.match(week.text, /Wei Lin/);
  });

  it('judges alerts and answers by that configuration', async () => {
    const text = JSON.stringify(opsgenie('Create', { message: 'Cranes stand still', priority: 'P5' }));
    const uri = uriOf('packages/pay/incidents/new.md');
    const { severity, reasons, grounds } = await client.request<AlertResult>(alertRequest, { text, uri });
    assert.deepEqual([severity, reasons, grounds], ['P1', ['Cranes stand still'], 'Cranes stand still']);
    const answers = { craneStands: true };
    const verdict = await client.request<TriageResult>(triageRequest, { answers, uri });
    assert.deepEqual([verdict.severity, verdict.grounds], ['P1', 'Does a crane stand still? Yes']);
    assert.match((await client.request<Refusal>(triageRequest, { answers })).reason, /no question "craneStands"/);
    const asked = await client.request<{ questions: readonly unknown[] }>(triageQuestionsRequest, { uri });
    assert.equal(asked.questions.length, 1);
  });
});
