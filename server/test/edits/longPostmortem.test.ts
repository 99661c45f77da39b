import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { postmortemLinkEdit } from '../../src/core/edits/postmortem/linkPostmortem.ts';
import { newPostmortem } from '../../src/core/edits/postmortem/newPostmortem.ts';
import { analyze, type Environment } from '../../src/core/lint.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { measuredDuration } from '../../src/core/model/durations.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';

const templates = builtInTemplates();
const environment: Environment = {
  workspace: { root: '/w', exists: async () => true, read: async () => undefined, markdownFiles: async () => [] },
  templates,
  configuration: defaultConfiguration,
  now: Date.parse('2024-01-16T12:00Z'),
};
const incidentPath = '/w/incidents/2024-01-15-pool.md';

/** 120 entries, a minute apart, over midnight; the incident lasts from the first to the last but one. */
const count = 120;
const entries = Array.from({ length: count }, (_, index) => {
  const stamp = new Date(Date.parse('2024-01-15T23:00Z') + index * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  const words: Readonly<Record<number, string>> = {
    0: 'First alerts for increased error rates',
    2: '@alice acknowledged the page',
    5: 'Incident declared SEV-2: Pool is full',
    17: 'Mitigation started: raised the pool',
    [count - 2]: 'Full recovery confirmed',
    [count - 1]: 'Incident closed',
  };
  return `- **${stamp}** - ${words[index] ?? `Looked at host ${index}, [graph](graphs/${index}.png) \`load | top ${index}\``}`;
});

const incident = `# Incident: Pool is full

**Severity:** SEV-2
**Status:** Resolved
**Started:** 2024-01-15 23:00 UTC
**Resolved:** 2024-01-16 00:58 UTC
**Services Affected:** API
**Root Cause:** The pool was too small for the campaign
**Resolution:** Raised the pool from 100 to 300

## Stakeholders

- **Incident Commander:** @alice
- **Operations Lead:** @bob
- **External Customers Affected:** 45,000 users (30 % of active users)

## Timeline (UTC)

${entries.join('\n')}

## Summary

Requests waited for connections, and a third of our users got errors.

## Resolution Objectives

- [x] Error rate below 1 % for 15 minutes

## Post-Incident Actions

- Alert on the use of the pool at 80 % (owner: @alice, due: 2024-02-01)
`;

async function read(path: string, text: string): Promise<IncidentDocument> {
  const { document } = await analyze({ path, text }, environment);
  assert.ok(document);
  return document;
}

describe('The postmortem of an incident with more than a hundred entries', () => {
  for (const template of templates.filter(({ kind }) => kind === 'postmortem')) {
    it(`has all of them, the same figures, and asks only for what a person must write: ${template.name}`, async () => {
      const source = await read(incidentPath, incident);
      const wish = { incident: source, title: undefined, folder: '/w/postmortems' };
      const { text, fileName } = await newPostmortem(wish, template, environment);
      const path = `/w/postmortems/${fileName}`;
      const { document, diagnostics } = await analyze({ path, text }, environment);
      assert.ok(document);
      assert.deepEqual(
        document.timeline?.entries.map(({ at, milestone }) => [at, milestone]),
        source.timeline?.entries.map(({ at, milestone }) => [at, milestone]),
      );
      assert.equal(document.timeline?.entries.length, count);
      // 23:00 to 00:58.
      assert.deepEqual(
        [source, document].map((each) => measuredDuration(each)?.minutes),
        [118, 118],
      );
      assert.ok(text.includes('1 hour 58 minutes'), text.slice(0, 2000));
      assert.deepEqual(
        diagnostics
          .filter(({ level }) => level === 'error' || level === 'warning')
          .map(({ rule, message }) => `${rule}: ${message}`)
          .filter((said) => !said.startsWith('action-no-')),
        [],
      );
      assert.ok(text.includes('](../incidents/2024-01-15-pool.md)'));
      const link = postmortemLinkEdit(source, { path, title: 'Pool is full' });
      const linked = await read(incidentPath, applyEdits(incident, link ? [link] : []));
      assert.ok(linked.links.some(({ target }) => target === `../postmortems/${fileName}`));
    });
  }
});
