import assert from 'node:assert/strict';
import { readActionItems } from '../../src/core/model/actionItems.ts';
import type { ActionItem } from '../../src/core/model/document.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline } from '../../src/core/parse/outline.ts';
import { anew } from '../../src/core/text/knowledge.ts';

function itemsOf(body: string): readonly ActionItem[] {
  const text = `# X\n\n## Action Items\n\n${body}\n`;
  const outline = buildOutline(parseMarkdown(text), text);
  const [section] = outline.sections;
  assert.ok(section);
  return readActionItems([section], outline, { text, ...anew });
}

function textsOf(body: string): readonly string[] {
  return itemsOf(body).map(({ text }) => text);
}

describe('What an action says of itself', () => {
  type Said = string | undefined;
  const cases: readonly (readonly [body: string, owner?: Said, due?: Said, status?: Said, state?: string])[] = [
    ['- Add an alert (owner: @alice, due: 2024-02-01)', '@alice', '2024-02-01'],
    ['- Add an alert. **Owner:** Bob Smith. **Due:** Jan 20, 2024.', 'Bob Smith', 'Jan 20, 2024'],
    ['- Add an alert — @carol, by 2024-02-03', '@carol', '2024-02-03'],
    ['- Add an alert — Ann Lee, 2024-02-03', 'Ann Lee', '2024-02-03'],
    ['- Add an alert — @carol — 2024-02-03', '@carol', '2024-02-03'],
    ['- Add an alert. Owner: [Dave](https://example.com/dave). Due: next sprint.', 'Dave', 'next sprint'],
    ['- [x] Write the page (Alice)', 'Alice', undefined, 'Done', 'done'],
    ['- [ ] Write the page', undefined, undefined, 'Open'],
    ['- ~~Write the page~~', undefined, undefined, undefined, 'done'],
    ['- Write the page (Done)', undefined, undefined, 'Done', 'done'],
    ['- Write the page **(Done during the incident)**', undefined, undefined, 'Done', 'done'],
    ['- `DONE`: Write the page', undefined, undefined, undefined, 'done'],
    ['- **Page:** Write it (whatever is done)'],
    ['- Done: the page is written', undefined, undefined, 'Done', 'done'],
    ['**Completed**\n\n- Write the page', undefined, undefined, undefined, 'done'],
    ['**Deferred**\n- None.\n\n**Pending**\n- Write the page'],
    [
      '| Item | Owner | Status |\n|-|-|-|\n| Add it | Ann | In progress, target 2024-02-01 |',
      'Ann',
      '2024-02-01',
      'In progress, target 2024-02-01',
    ],
    ['| # | 조치 | 상태 |\n|-|-|-|\n| 1 | Add it | Done (임시) |', undefined, undefined, 'Done (임시)', 'done'],
    ['We have taken the following actions:\n\n- Write the page', undefined, undefined, undefined, 'done'],
    ['These checks have been added. We will take the following actions:\n\n- Write the page'],
    ['- Question for the product owner: did anything change?'],
    ['- Mail ops@example.com due to the outage'],
    ['- Upgrade `@types/node`'],
    ['- Add an alert\n  - Owner: Eve\n  - Due: 2024-02-01\n  - Status: blocked', 'Eve', '2024-02-01', 'blocked'],
    [
      '| Action | Owner | Due | Status |\n|-|-|-|-|\n| Add it | Ann | 2024-02-01 | Done |',
      'Ann',
      '2024-02-01',
      'Done',
      'done',
    ],
    ...(
      [
        ['Maßnahme', 'Verantwortlich', 'Fällig bis', 'Status', 'Erledigt', 'done'],
        ['Aufgabe', 'Wer', 'Bis wann', 'Stand', 'In Arbeit', 'open'],
        ['Action', 'Responsable', 'Échéance', 'Statut', 'Terminé', 'done'],
        ['Tâche', 'Qui', 'Délai', 'État', 'En cours', 'open'],
        ['Acción', 'Responsable', 'Fecha límite', 'Estado', 'Pendiente', 'open'],
        ['Ação', 'Responsável', 'Prazo', 'Situação', 'Concluído', 'done'],
      ] as const
    ).map(
      ([text, owner, due, head, status, state]) =>
        [
          `| Nr | ${text} | ${owner} | ${due} | ${head} |\n|-|-|-|-|-|\n| 1 | Add it | Ann | 2024-02-01 | ${status} |`,
          'Ann',
          '2024-02-01',
          status,
          state,
        ] as const,
    ),
    ['| What | Who | Until |\n|-|-|-|\n| Add it | Ann | 2024-02-01 |', 'Ann', '2024-02-01'],
    ['| What | By whom | Until |\n|-|-|-|\n| Add it | Ann | 2024-02-01 |', 'Ann', '2024-02-01'],
    ['| What | Who | By |\n|-|-|-|\n| Add it | Ann | 2024-02-01 |', 'Ann', '2024-02-01'],
    [
      '| Action Item | Type | Owner | Bug |\n|-|-|-|-|\n| Add it | prevent | ann | n/a **DONE** |',
      'ann',
      undefined,
      'DONE',
      'done',
    ],
  ];
  for (const [body, owner, due, status, state = 'open'] of cases) {
    it(body.replaceAll('\n', ' '), () => {
      const [item, ...others] = itemsOf(body);
      assert.deepEqual(others, []);
      assert.deepEqual(
        [item?.owner?.value, item?.due?.value, item?.status?.value, item?.state],
        [owner, due, status, state],
      );
    });
  }

  it('takes a check box before a sentence for the action, and those below it for its parts', () => {
    const [item, ...more] = itemsOf('- [ ] Ensure that alerting is in place for:\n  - [ ] Speed\n  - [ ] Backend');
    assert.deepEqual([item?.text, item?.parts, more], ['Ensure that alerting is in place for:', 2, []]);
    assert.deepEqual(
      itemsOf('- [ ] Prevention:\n  - [ ] Add an alert').map(({ text }) => text),
      ['Add an alert'],
    );
  });

  it('is done where what stands above it says so', () => {
    const states: readonly (readonly [above: string, action: string, state: string])[] = [
      ['### Immediate actions (completed)', 'Add an alert', 'done'],
      ['### Immediate actions taken', 'Pool limit raised to 200', 'done'],
      ['### Actions we have taken', 'Rollback of the release', 'done'],
      ['### What we did', 'Rollback of the release', 'done'],
      ['### Actions to be taken', 'Add an alert', 'open'],
      ['### To be done', 'Add an alert', 'open'],
      ['### Immediate actions', 'Reverted pull request 12', 'done'],
      ['### Immediate', 'Sent credits to all 305 customers', 'done'],
      ['### Mitigation actions', 'Scaled consumers from 3 to 6', 'done'],
      ['### Mitigation actions', 'Scale consumers from 3 to 6', 'open'],
      ['### Mitigation', 'Staged rollouts', 'open'],
      ['### Immediate', 'Seed the cache in each region', 'open'],
      ['### Long-term', 'Reverted pull request 12', 'open'],
      ['**Immediate actions taken:**', 'Rollback of the release', 'done'],
      ['Actions taken', 'Rollback of the release', 'done'],
      ['The actions taken ended it. Now we want this', 'Limit the pool', 'open'],
    ];
    for (const [above, action, state] of states) {
      const [item] = itemsOf(`${above}\n\n- ${action}`);
      assert.equal(item?.state, state, `${above}: ${action}`);
    }
    assert.equal(itemsOf('- Already done:\n  - Rollback of the release')[0]?.state, 'done');
    assert.equal(itemsOf('### Immediate actions\n\n- [ ] Reverted pull request 12')[0]?.state, 'open');
  });

  it('is the line above what it is for, and stands below one that only groups actions', () => {
    assert.deepEqual(textsOf('- Add an alert for:\n  - Event 4776\n  - Repeated lockouts\n  - Failures'), [
      'Add an alert for:',
    ]);
    assert.deepEqual(textsOf('- Improve the alerts:\n  - Add one for lockouts\n  - Tune the others'), [
      'Add one for lockouts',
      'Tune the others',
    ]);
  });

  it('leaves out what is still the template’s', () => {
    assert.deepEqual(itemsOf('- [A verb and an outcome]\n\n| Action | Owner |\n|-|-|\n| [Action] | @owner |'), []);
  });

  it('finds the issue that it is followed in', () => {
    const tickets = [
      '- Do #12',
      '- Do OPS-12',
      '- Do [it](https://github.com/a/b/issues/3)',
      '- Do it in SEV-1, UTF-8',
    ];
    assert.deepEqual(
      tickets.map((body) => itemsOf(body)[0]?.ticket?.value),
      ['#12', 'OPS-12', 'https://github.com/a/b/issues/3', undefined],
    );
  });

  it('has the row’s place for the issue where nothing stands in it', () => {
    const head = '| Action | Issue |\n|-|-|\n';
    const places = ['| Do it |  |', '| Do it | - |', '| Do it || ', '| Do it |', '| Do it | 12 |'].map((row) => {
      const [item] = itemsOf(head + row);
      return item?.ticketPlace && item.ticketPlace.end - item.ticketPlace.start;
    });
    assert.deepEqual(places, [0, 1, 0, undefined, undefined]);
  });

  it('says what it is for', () => {
    const types: readonly (readonly [body: string, type: string | undefined])[] = [
      ['| Action | Type | Owner |\n|-|-|-|\n| Do it | mitigate | Ann |', 'mitigate'],
      ['| Category | What |\n|-|-|\n| Detection | Do it |', 'Detection'],
      ['- Do it (type: prevent, owner: Ann)', 'prevent'],
      ['- Do it\n  - **Category:** Process', 'Process'],
      ['- [Prevent] Do it', 'Prevent'],
      ['- [ ] **Detection:** do it', 'Detection'],
      ['- Do it (prevention)', 'prevention'],
      ['- Prevention:\n  - Do it', 'Prevention'],
      ['- [Prevention](https://example.com/a) of it', undefined],
      ['- Process the queue in one region alone', undefined],
    ];
    for (const [body, type] of types) assert.equal(itemsOf(body)[0]?.type?.value, type, body);
  });

  it('is the line above its description', () => {
    const items = itemsOf(
      '1. **Enhance Monitoring**\n   - **Description:** Add an alert\n2. **Test**:\n   - Add a load test',
    );
    assert.deepEqual(
      items.map(({ text }) => text),
      ['Enhance Monitoring', 'Add a load test'],
    );
  });
});
