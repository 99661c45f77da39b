import assert from 'node:assert/strict';
import { TextEdit, type CompletionItem } from 'vscode-languageserver/node';
import { edited } from './documents.ts';
import { openHarbour, type Harbour } from './harbour.ts';

const stampNow = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

/** A live incident that began two hours ago. */
function liveIncident(): string {
  const began = new Date(Date.now() - 2 * 60 * 60_000).toISOString().replace('T', ' ').slice(0, 16);
  return `# Incident: Crane 3 is slow

**Severity:** SEV-2
**Status:** Investigating
**Started:** ${began} UTC

## Stakeholders

- **Incident Commander:** @ngozi
- **Operations Lead:** [Name]

## Timeline (UTC)

- **${began}** - Crane 3 is slow

## Summary

Ships wait.

## Post-Incident Actions

| Action | Owner | Due Date | Status |
|--------|-------|----------|--------|
| Grease the crane | @tomasz | 2026-01-01 | Open |
| Watch the crane |  |  |  |
`;
}

const runbook = `---
kind: runbook
parameters:
  crane: Which crane
---

# Runbook: Slow crane

## Symptoms

- Slow

## Investigation Steps

### 1. Look

\`\`\`bash
cranectl show <crane> --berth <berth> --shift $SHIFT
\`\`\`
`;

describe('completion of people, stamps, links and declarations', () => {
  let harbour: Harbour;
  let version = 0;
  before(async () => void (harbour = await openHarbour()));
  after(() => harbour.close());

  /** What is offered at a caret, `^`, put into a document in place of some words. */
  const offered = async (
    name: string,
    original: string,
    words: string,
    typing: string,
    triggerCharacter?: string,
  ): Promise<{ labels: string[]; details: Record<string, string>; insert: (label: string) => string }> => {
    assert.ok(original.includes(words), words);
    const marked = original.replace(words, () => typing);
    const caret = marked.indexOf('^');
    const text = marked.replace('^', '');
    const uri = harbour.uriOf(name);
    version++;
    await harbour.client.open(uri, text, version);
    const lines = marked.slice(0, caret).split('\n');
    const items = await harbour.client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
      context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
    });
    return {
      labels: items.map(({ label }) => label),
      details: Object.fromEntries(items.map(({ label, detail = '' }) => [label, detail])),
      insert(label) {
        const item = items.find((candidate) => candidate.label === label);
        assert.ok(TextEdit.is(item?.textEdit), `${label} is offered`);
        return edited(uri, text, { changes: { [uri]: [item.textEdit, ...(item.additionalTextEdits ?? [])] } });
      },
    };
  };
  const inLive = (words: string, typing: string, trigger?: string) =>
    offered('incidents/crane.md', liveIncident(), words, typing, trigger);

  it('offers whoever is on call first, then the team, then those whom the document names', async () => {
    const lead = await inLive('**Operations Lead:** [Name]', '**Operations Lead:** ^');
    assert.deepEqual(lead.labels, ['@amina', '@wei', '@ngozi', '@tomasz']);
    assert.equal(lead.details['@amina'], 'on call for Harbour');
    assert.equal(lead.details['@ngozi'], 'incident commander, in this document');
    assert.match(lead.insert('@wei'), /^- \*\*Operations Lead:\*\* @wei$/m);
    const filled = await inLive('**Operations Lead:** [Name]', '**Operations Lead:** @ngozi, @w^');
    assert.match(filled.insert('@wei'), /^- \*\*Operations Lead:\*\* @ngozi, @wei$/m);
  });

  it('offers people wherever a handle is begun', async () => {
    const { labels, insert } = await inLive('Ships wait.', 'Ask @^', '@');
    assert.ok(labels.includes('@tomasz'));
    assert.match(insert('@tomasz'), /^Ask @tomasz$/m);
    assert.deepEqual((await inLive('Ships wait.', 'mail wei@^', '@')).labels, []);
  });

  it('offers owners, due days and statuses in the cells of an action', async () => {
    const row = '| Watch the crane |  |  |  |';
    const owner = await inLive(row, '| Watch the crane | ^ |  |  |');
    assert.equal(owner.labels[0], '@amina');
    assert.match(owner.insert('@amina'), /^\| Watch the crane \| @amina \|  \|  \|$/m);
    const due = await inLive(row, '| Watch the crane | @wei | ^ |  |');
    assert.deepEqual(Object.values(due.details), ['in a week', 'in two weeks', 'in 30 days', 'in 90 days']);
    for (const label of due.labels) assert.match(label, /^\d{4}-\d\d-\d\d$/);
    const status = await inLive('| 2026-01-01 | Open |', '| 2026-01-01 | Op^en |');
    assert.ok(status.labels.includes('In Progress'));
    assert.match(status.insert('Done'), /\| 2026-01-01 \| Done \|$/m);
  });

  it('offers the stamp of now in the timeline’s own form, on a bullet and on an empty line', async () => {
    for (const [typing, trigger] of [
      ['Crane 3 is slow\n- ^\n\n## Summary', ' '],
      ['Crane 3 is slow\n^\n\n## Summary', undefined],
    ] as const) {
      const { labels, insert } = await inLive('Crane 3 is slow\n\n## Summary', typing, trigger);
      const [label = ''] = labels;
      assert.match(label, stampNow);
      assert.ok(insert(label).includes(`Crane 3 is slow\n- **${label}** - \n\n## Summary`), insert(label));
    }
  });

  it('offers no stamp unasked where the timeline tells of the past', async () => {
    const over = `# Postmortem: Crane\n\n**Status:** Draft\n\n## Timeline (UTC)\n\n- **2024-01-15 14:23** - Slow\n- \n`;
    const at = (trigger?: string) => offered('postmortems/crane.md', over, 'Slow\n- \n', 'Slow\n- ^\n', trigger);
    assert.deepEqual((await at(' ')).labels, []);
    assert.match((await at()).labels[0] ?? '', stampNow);
  });

  it('offers the documents that a link can lead to, the nearest first, with their titles', async () => {
    const { labels, details, insert } = await inLive('Ships wait.', 'See [the runbook](^)', '(');
    assert.deepEqual(labels.toSorted(), ['../runbooks/errors.md', 'over.md', 'slow.md']);
    assert.equal(labels.at(-1), '../runbooks/errors.md');
    assert.equal(details['../runbooks/errors.md'], 'runbook: HighErrorRate');
    assert.match(insert('../runbooks/errors.md'), /^See \[the runbook\]\(\.\.\/runbooks\/errors\.md\)$/m);
  });

  it('offers the headings of the document that a link leads to, and of this one', async () => {
    const there = await inLive('Ships wait.', 'See [it](../runbooks/errors.md#^)', '#');
    assert.deepEqual(there.labels, ['Runbook: HighErrorRate', 'Symptoms']);
    assert.match(there.insert('Symptoms'), /^See \[it\]\(\.\.\/runbooks\/errors\.md#symptoms\)$/m);
    const here = await inLive('Ships wait.', 'See [it](#sum^)');
    assert.match(here.insert('Timeline (UTC)'), /^See \[it\]\(#timeline-utc\)$/m);
    assert.deepEqual((await inLive('Ships wait.', 'See [it](https://a.example/#^)', '#')).labels, []);
  });

  it('offers notes by name in a wiki link, and their headings', async () => {
    const note = await inLive('Ships wait.', 'See [[^', '[');
    assert.deepEqual(note.labels.toSorted(), ['errors', 'over', 'slow']);
    assert.match(note.insert('errors'), /^See \[\[errors\]\]$/m);
    const heading = await inLive('Ships wait.', 'See [[errors#^]]', '#');
    assert.match(heading.insert('Symptoms'), /^See \[\[errors#Symptoms\]\]$/m);
  });

  const inRunbook = (words: string, typing: string) => offered('runbooks/crane.md', runbook, words, typing);

  it('offers the parameters that nobody has declared, and what can be said of one', async () => {
    const names = await inRunbook('  crane: Which crane', '  crane: Which crane\n  ^');
    assert.deepEqual(names.labels, ['berth', 'SHIFT']);
    assert.match(names.insert('berth'), /^  berth: $/m);
    const details = await inRunbook('  crane: Which crane', '  crane:\n    ^');
    assert.deepEqual(details.labels, ['description', 'default', 'pattern', 'choices', 'secret']);
  });

  it('offers the keys of a front matter, kinds and templates', async () => {
    const keys = await inRunbook('kind: runbook\n', 'kind: runbook\n^\n');
    assert.deepEqual(keys.labels, ['template', 'context', 'cwd', 'idempotent']);
    const kinds = await inRunbook('kind: runbook', 'kind: ^');
    assert.deepEqual(kinds.labels, ['runbook', 'incident', 'postmortem']);
    const templates = await inRunbook('kind: runbook', 'kind: runbook\ntemplate:^');
    assert.deepEqual(templates.labels, ['default', 'prometheus-operator']);
    assert.match(templates.insert('default'), /^template: default$/m);
  });

  it('offers severities with their criteria', async () => {
    const { labels, details } = await inLive('**Severity:** SEV-2', '**Severity:** ^');
    assert.deepEqual(labels, ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
    assert.match(details['SEV-1'] ?? '', /^Critical: Complete service outage, Data loss or corruption/);
  });
});
