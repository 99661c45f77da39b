import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { newIncident, type IncidentFacts } from '../../src/core/edits/newIncident.ts';
import { analyze, type Diagnostic } from '../../src/core/lint.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import type { Template } from '../../src/core/schema/template.ts';
import { testEnvironment } from '../rules/ruleRun.ts';

/** Where the example documents lie. */
export const folder = join(process.cwd(), 'server/test/fixtures/seeds');

/** The day of S1's postmortem, at a time of the clock in UTC. */
export function onThatDay(clock: string): number {
  return Date.parse(`2024-01-15T${clock}:00Z`);
}

/** A template that comes with the product. */
export function template(kind: Template['kind'], name = 'default'): Template {
  const found = builtInTemplates().find((each) => each.kind === kind && each.name === name);
  assert.ok(found);
  return found;
}

/** The document of an incident as it is begun, at 14:28 of S1's day unless it is said otherwise. */
export function begun(facts: Partial<IncidentFacts> = {}): string {
  const known: IncidentFacts = {
    title: 'Connections are exhausted',
    severity: 'SEV-2',
    services: ['API', 'Web App', 'Mobile App'],
    commander: '@alice',
    trigger: 'Automated alert',
    at: onThatDay('14:28'),
    ...facts,
  };
  return newIncident(known, template('incident'), defaultConfiguration.severities).text;
}

/** A document as the product reads it, and what it says of it. */
export async function read(
  text: string,
  now = onThatDay('14:30'),
  path = 'incidents/2024-01-15-pool.md',
): Promise<{ readonly document: IncidentDocument; readonly diagnostics: readonly Diagnostic[] }> {
  const environment = testEnvironment(openNodeWorkspace(folder), now);
  const { document, diagnostics } = await analyze({ path: join(folder, path), text }, environment);
  assert.ok(document);
  return { document, diagnostics };
}
