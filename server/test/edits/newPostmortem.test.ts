import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import type { NewDocument } from '../../src/core/edits/newDocument.ts';
import { postmortemLinkEdit } from '../../src/core/edits/postmortem/linkPostmortem.ts';
import { newPostmortem } from '../../src/core/edits/postmortem/newPostmortem.ts';
import { analyze, type Environment } from '../../src/core/lint.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { measuredDuration } from '../../src/core/model/durations.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { readTemplate } from '../../src/core/schema/readTemplate.ts';
import type { Template } from '../../src/core/schema/template.ts';

const runbook = '# Runbook: Pool exhausted\n\n## Symptoms\n\n- Timeouts\n';
const files: Readonly<Record<string, string>> = { '/w/runbooks/pool.md': runbook };
const environment: Environment = {
  workspace: {
    root: '/w',
    exists: async (path) => path in files || path.startsWith('/w/incidents/'),
    read: async (path) => files[path],
    markdownFiles: async () => Object.keys(files),
  },
  templates: builtInTemplates(),
  configuration: defaultConfiguration,
  now: Date.parse('2024-01-16T09:00Z'),
};

/** An incident such as that of S1's postmortem. */
const incident = `# Incident: API errors

**Severity:** SEV-2
**Status:** Resolved
**Started:** 2024-01-15 14:23 UTC
**Resolved:** 2024-01-15 16:58 UTC
**Services Affected:** API, Web App
**Root Cause:** The connection pool was too small for the campaign's traffic
**Resolution:** Raised the pool from 100 to 300 connections

## Stakeholders

- **Incident Commander:** @alice
- **Communications Lead:** @bob
- **Operations Lead:** @bob
- **External Customers Affected:** 45,000 users (30 % of active users)

## Timeline (UTC)

- **14:23** - First alerts for increased error rates
- **14:25** - @alice acknowledged the page
- **14:28** - Incident declared SEV-2
- **14:35** - Cause identified, see [the runbook](../runbooks/pool.md)
  - [dashboard](graphs/pool.png) at 100 of 100
- **14:40** - Mitigation started: raised the pool
- **16:58** - Full recovery confirmed
- **17:05** - Incident closed

## Summary

Requests waited for database connections, and a third of our users got errors.

## Resolution Objectives

- [x] Error rate below 1 % for 15 minutes

## Post-Incident Actions

- [ ] Alert on the use of the pool at 80 % (owner: @alice, due: 2024-02-01)
- [x] Add a load test to the deployment pipeline - Owner: @bob, due 2024-01-25
- Size the pool from [the campaign plan](plan.md)
`;

async function read(path: string, text: string, given = environment): Promise<IncidentDocument> {
  const { document } = await analyze({ path, text }, given);
  assert.ok(document);
  return document;
}

async function written(template: Template, text = incident, title?: string): Promise<NewDocument> {
  const document = await read('/w/incidents/2024-01-15-api.md', text);
  return newPostmortem({ incident: document, title, folder: '/w/postmortems' }, template, environment);
}

function preset(name: string): Template {
  const found = environment.templates.find((template) => template.kind === 'postmortem' && template.name === name);
  assert.ok(found);
  return found;
}

const moments = (each: IncidentDocument) => each.timeline?.entries.map(({ at, milestone }) => [at, milestone]);
const byText = (a: { text: string }, b: { text: string }) => a.text.localeCompare(b.text);

const presets = environment.templates.filter(({ kind }) => kind === 'postmortem').map(({ name }) => name);

describe('The postmortem of an incident', () => {
  for (const name of presets) {
    describe(`by the template ${name}`, () => {
      let made: NewDocument;
      let document: IncidentDocument;
      before(async () => {
        made = await written(preset(name));
        document = await read(`/w/postmortems/${made.fileName}`, made.text);
      });

      it('is a postmortem of that template, named by day and title', () => {
        assert.equal(document.kind, 'postmortem');
        assert.equal(document.template.name, name);
        assert.equal(made.fileName, '2024-01-15-api-errors.md');
      });

      it('has each entry at its moment, and lasts as long', async () => {
        const source = await read('/w/incidents/a.md', incident);
        assert.deepEqual(moments(document), moments(source));
        assert.equal(measuredDuration(document)?.minutes, 155);
        assert.deepEqual(document.timeline?.blanks, []);
      });

      it('keeps what an entry shows, and where it leads', () => {
        assert.match(made.text, /\[the runbook\]\(\.\.\/runbooks\/pool\.md\)/);
        assert.match(made.text, /\[dashboard\]\(\.\.\/incidents\/graphs\/pool\.png\) at 100 of 100/);
      });

      it('has the actions with owner, day and state', () => {
        const items = document.actionItems.map(({ text, owner, due, state }) => ({
          text: text.replace(/ ?\(.*/, ''),
          owner: owner?.value,
          // Google's table has no column for the day; it stands behind the words there.
          due: due?.value ?? /due: ([\d-]+)/.exec(text)?.[1],
          state,
        }));
        const without = { owner: items.at(-1)?.owner, due: items.at(-1)?.due };
        const wanted = [
          { text: 'Alert on the use of the pool at 80 %', owner: '@alice', due: '2024-02-01', state: 'open' },
          { text: 'Add a load test to the deployment pipeline', owner: '@bob', due: '2024-01-25', state: 'done' },
          { text: 'Size the pool from the campaign plan', ...without, state: 'open' },
        ];
        assert.deepEqual(items.toSorted(byText), wanted.toSorted(byText));
        assert.match(made.text, /\[the campaign plan\]\(\.\.\/incidents\/plan\.md\)/);
      });

      it('says what is known, and links to the incident document and the runbook', () => {
        for (const said of [
          'API errors',
          '@alice',
          '@bob',
          '[API errors](../incidents/2024-01-15-api.md)',
          '[Pool exhausted](../runbooks/pool.md)',
          'a third of our users got errors',
          'too small for the campaign',
          'from 100 to 300',
          '45,000 users',
          '2 hours 35 minutes',
        ])
          assert.ok(made.text.includes(said), `"${said}" is missing:\n${made.text}`);
      });

      it('asks for nothing but what a person must still write', async () => {
        const { diagnostics } = await analyze(
          { path: `/w/postmortems/${made.fileName}`, text: made.text },
          environment,
        );
        const grave = diagnostics.filter(({ level }) => level === 'error' || level === 'warning');
        const open = ['action-no-owner', 'action-no-due'];
        const found = grave
          .filter(({ rule }) => !open.includes(rule))
          .map(({ rule, message }) => `${rule}: ${message}`);
        assert.deepEqual(found, []);
      });

      it('leads to the first thing to fill in', () => {
        assert.match(made.text.slice(made.place.start, made.place.end), /^\[|YYYY|@owner|HH:MM/);
      });
    });
  }
});

describe('A postmortem keeps', () => {
  it('the days of a timeline over midnight, in the zone of the template', async () => {
    const text = incident.replace(
      /## Timeline[\s\S]*?(?=## Summary)/,
      '## Timeline (Europe/Berlin)\n\n- **2024-01-15 23:50** - First alerts\n- **2024-01-16 01:10 – 01:20** - Pool raised\n- **2024-01-16 02:00** - Full recovery confirmed\n\n',
    );
    for (const name of presets) {
      const { text: made, fileName } = await written(preset(name), text);
      const document = await read(`/w/postmortems/${fileName}`, made);
      assert.deepEqual(
        document.timeline?.entries.map(({ at }) => new Date(at ?? 0).toISOString().slice(0, 16)),
        ['2024-01-15T22:50', '2024-01-16T00:10', '2024-01-16T01:00'],
        name,
      );
      assert.match(made, /Pool raised \(until 00:20\)/);
    }
  });

  it('entries whose time nobody can tell, and what nobody can read', async () => {
    const text = incident.replace(
      '- **17:05** - Incident closed',
      '- **17:05** - Incident closed\n- **17:10 IST** - Informed the partner\n- **later** - Sent [the note](note.md)',
    );
    for (const name of presets) {
      const { text: made } = await written(preset(name), text);
      assert.match(made, /17:10 IST/, name);
      assert.match(made, /\[the note\]\(\.\.\/incidents\/note\.md\)/, name);
    }
  });

  it('what a table says beside the time', async () => {
    const text = incident.replace(
      /## Timeline[\s\S]*?(?=## Summary)/,
      '## Timeline (UTC)\n\n| Time | Event | Who |\n| --- | --- | --- |\n| 14:23 | First alerts | pager |\n| 16:58 | Full recovery confirmed | |\n\n',
    );
    const { text: made } = await written(preset('default'), text);
    assert.match(made, /^- \*\*14:23\*\* - First alerts \(pager\)$/m);
    assert.match(made, /^- \*\*16:58\*\* - Full recovery confirmed$/m);
  });

  it('the template’s own actions where the incident has none', async () => {
    const { text: made } = await written(preset('default'), incident.replace(/## Post-Incident Actions[\s\S]*/, ''));
    assert.match(made, /^\| \[A verb and an outcome to be seen\] +\| @owner/m);
  });

  it('the address of a reference link', async () => {
    const text = `${incident.replace('raised the pool', 'raised [the pool][change]')}\n[change]: changes/7.md\n`;
    const { text: made } = await written(preset('default'), text);
    assert.match(made, /raised \[the pool\]\[change\]/);
    assert.match(made, /^\[change\]: \.\.\/incidents\/changes\/7\.md$/m);
  });

  it('a title that is asked for', async () => {
    const { text: made, fileName } = await written(preset('default'), incident, 'Pool\n exhausted');
    assert.match(made, /^# Postmortem: Pool exhausted$/m);
    assert.equal(fileName, '2024-01-15-pool-exhausted.md');
  });
});

describe('A postmortem by a team’s own template', () => {
  const templates: Readonly<Record<string, string>> = {
    'of check boxes':
      '# PM [Title]\n\nSeverity: [level]\n\n## Timeline\n\nAll times UTC.\n\n- HH:MM [event]\n\n## Actions\n\n- [ ] [What]\n',
    'of Windows lines':
      '# Postmortem: [Title]\r\n\r\n**Severity:** [level]\r\n\r\n## Timeline (UTC)\r\n\r\n| When | What |\r\n| --- | --- |\r\n| HH:MM | [what] |\r\n\r\n## Actions\r\n\r\n1. [What]\r\n',
    'without stubs': '# Postmortem: [Title]\n\n## Timeline (UTC)\n\n## Actions\n\n| What | Who |\n| --- | --- |\n',
  };
  for (const [what, body] of Object.entries(templates)) {
    it(`${what} has the timeline and the actions`, async () => {
      const { template } = readTemplate('postmortem', '/w/.incident-docs/templates/postmortem.md', body);
      assert.ok(template);
      const made = await written(template);
      const own = { ...environment, templates: [template] };
      const document = await read(`/w/postmortems/${made.fileName}`, made.text, own);
      assert.equal(document.timeline?.entries.length, 7, made.text);
      assert.equal(measuredDuration(document)?.minutes, 155);
      assert.equal(document.actionItems.length, 3, made.text);
      assert.ok(!/\[(?:What|event|what)\]/.test(made.text), made.text);
      if (body.includes('\r')) assert.ok(!/[^\r]\n/.test(made.text), JSON.stringify(made.text));
    });
  }
});

describe('The link from an incident to its postmortem', () => {
  const postmortem = { path: '/w/postmortems/2024-01-15-api-errors.md', title: 'API [v2] errors' };

  it('is a field of the header, and is written once', async () => {
    const edit = postmortemLinkEdit(await read('/w/incidents/a.md', incident), postmortem);
    assert.ok(edit);
    const text = applyEdits(incident, [edit]);
    assert.match(
      text,
      /^\*\*Postmortem:\*\* \[API \\\[v2\\\] errors\]\(\.\.\/postmortems\/2024-01-15-api-errors\.md\)$/m,
    );
    const linked = await read('/w/incidents/a.md', text);
    assert.equal(postmortemLinkEdit(linked, postmortem), undefined);
    const { diagnostics } = await analyze({ path: '/w/incidents/a.md', text }, environment);
    assert.ok(!diagnostics.some(({ rule }) => rule === 'postmortem-missing' || rule === 'postmortem-overdue'));
  });

  it('stands beside what the field says already', async () => {
    const dated = incident.replace('**Started:**', '**Postmortem:** 2024-01-17\n**Started:**');
    const edit = postmortemLinkEdit(await read('/w/incidents/a.md', dated), postmortem);
    assert.match(applyEdits(dated, edit ? [edit] : []), /^\*\*Postmortem:\*\* 2024-01-17, \[API/m);
  });
});
