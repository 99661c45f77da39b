import assert from 'node:assert/strict';
import { openNodeWorkspace } from '../../../src/cli/nodeWorkspace.ts';
import { defaultSeverities } from '../../../src/core/configuration/severities.ts';
import { analyze } from '../../../src/core/lint.ts';
import { incidentSeverity } from '../../../src/core/model/incident/live.ts';
import { settingsOfNobody } from '../../../src/core/teamSettings.ts';

const settings = settingsOfNobody();
const headers: readonly (readonly [header: string, severity: string | undefined])[] = [
  ['**Severity:** SEV-2\n**Status:** Investigating', 'SEV-2'],
  ['**Status:** Active, SEV-2', 'SEV-2'],
  ['**Status:** Active (SEV-2)', 'SEV-2'],
  ['**Severity:** SEV-1\n**Status:** Active, was SEV-2', 'SEV-1'],
  ['**Status:** Active, XSEV-12', undefined],
  ['**Status:** Resolved (1 of 3), high load', undefined],
];

describe('The severity of an incident', () => {
  for (const [header, severity] of headers)
    it(`${severity === undefined ? 'is not in' : `is ${severity} in`} ${JSON.stringify(header)}`, async () => {
      const text = `# Incident: API errors\n\n${header}\n\n## Timeline (UTC)\n\n- **14:23** - Alert\n`;
      const workspace = openNodeWorkspace('/w');
      const { document } = await analyze({ path: '/w/incidents/a.md', text }, { ...settings, workspace, now: 0 });
      assert.ok(document);
      assert.equal(incidentSeverity(document, defaultSeverities)?.name, severity);
    });
});
