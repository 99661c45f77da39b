import assert from 'node:assert/strict';
import { folderOf, learnFrom, outlineOf, templateIn, writtenFile } from './learned.ts';

const summary = '## Summary\n\nThe pool was too small.\n';
const timeline = '## Timeline\n\n- **14:23** - Alert\n- **14:40** - Fixed\n- **15:00** - Closed\n';
const actions = '## Action Items\n\n- Alert on the size of the pool\n';
const vendor = '## Vendor Response\n\nThe vendor has apologised.\n';

function template(write: (number: number) => string[], count = 10) {
  const documents = folderOf('postmortems', count, (number) => `# Outage ${number}\n\n${write(number).join('\n')}`);
  return templateIn(learnFrom(documents), 'postmortem');
}

describe('The sections that are learned', () => {
  it('are required where most documents have them, optional where many have, and left out where few have', () => {
    const { sections } = template((number) => [
      summary,
      timeline,
      ...(number < 4 ? [vendor] : []),
      ...(number === 7 ? ['## Weather\n\nRain.\n'] : []),
      ...(number === 3 ? [] : [actions]),
    ]);
    assert.deepEqual(outlineOf(sections), ['## Summary', '## Timeline', '## Vendor Response ?', '## Action Items']);
  });

  it('are not all required where too few documents have all of them', () => {
    const { sections } = template((number) => [
      summary,
      timeline,
      ...(number === 0 || number === 1 ? [] : [vendor]),
      ...(number === 2 || number === 3 ? [] : [actions]),
    ]);
    assert.deepEqual(outlineOf(sections), ['## Summary', '## Timeline', '## Vendor Response ?', '## Action Items ?']);
  });

  it('stand in the order that most pairs agree on', () => {
    const { sections } = template((number) =>
      number < 7 ? [actions, timeline, summary] : [summary, timeline, actions],
    );
    assert.deepEqual(outlineOf(sections), ['## Action Items', '## Timeline', '## Summary']);
  });

  it('bear the most frequent spelling; others are synonyms unless every reader knows them', () => {
    const { sections } = template((number) => [
      number < 6 ? '## What we saw\n\nErrors.\n' : '## What we saw:\n\nErrors.\n',
      number < 6 ? '## Executive summary\n\nErrors.\n' : summary,
      timeline,
      number < 8 ? '## Vendor responses\n\nNone.\n' : vendor,
    ]);
    assert.deepEqual(
      sections.map(({ heading, synonyms }) => [heading, ...synonyms]),
      [['What we saw'], ['Executive summary'], ['Timeline'], ['Vendor responses', 'Vendor Response']],
    );
  });

  it('keep one purpose apart that documents tell of twice', () => {
    const { sections } = template(() => [summary, '## What happened\n\nMuch.\n', timeline, actions]);
    assert.deepEqual(
      sections.map(({ heading, role }) => [heading, role]),
      [
        ['Summary', 'summary'],
        ['What happened', 'what-happened'],
        ['Timeline', 'timeline'],
        ['Action Items', 'actions'],
      ],
    );
  });

  it('keep their levels below those that hold them, and no entry of the timeline is one', () => {
    const { sections } = template(() => [
      summary,
      '## Timeline\n\n### 14:23\n\nAlert\n\n### 14:40\n\nFixed\n\n### 15:00\n\nClosed\n',
      '## Lessons Learned\n\n### What went well\n\n- Alert\n\n### What went wrong\n\n- Pool\n',
    ]);
    assert.deepEqual(outlineOf(sections), [
      '## Summary',
      '## Timeline',
      '## Lessons Learned',
      '### What went well',
      '### What went wrong',
    ]);
    assert.deepEqual(sections[1]?.stub, '### HH:MM\n\n[What happened]');
  });

  it('may stand anywhere where documents do not agree on their place', () => {
    const { sections } = template((number) =>
      number % 3 === 0
        ? [summary, timeline, actions]
        : number % 3 === 1
          ? [vendor, summary, timeline, actions]
          : [summary, timeline, actions, vendor],
    );
    assert.deepEqual(
      sections.filter(({ anyOrder }) => anyOrder).map(({ heading }) => heading),
      ['Vendor Response'],
    );
  });

  it('have the form and the columns that documents give them', () => {
    const table =
      '## Action Items\n\n| Task | Owner | Ticket |\n| --- | --- | --- |\n| Grow the pool | @ann | OPS-1 |\n';
    const { sections } = template((number) => [
      summary,
      '## Timeline\n\nAll times are in UTC.\n\n- **14:23** - Alert\n- **14:40** - Fixed\n- **15:00** - Closed\n',
      number === 0 ? actions : table,
      '## Lessons Learned\n\n1. Watch the pool\n2. Grow it\n',
    ]);
    assert.deepEqual(sections[1]?.stub.split('\n').slice(0, 3), [
      'All times are in UTC.',
      '',
      '- **HH:MM** - [First alert]',
    ]);
    assert.deepEqual(sections[2]?.columns, ['Task', 'Owner', 'Ticket']);
    assert.match(sections[2]?.stub ?? '', /^\| \[A verb and an outcome to be seen\] \| @owner \| \[Ticket\] \|$/m);
    assert.match(sections[3]?.stub ?? '', /^1\. \[/);
  });
});

describe('Learning', () => {
  it('ends in the same text each time, whatever order the files come in', () => {
    const documents = folderOf('postmortems', 6, () => `# Outage\n\n${summary}\n${timeline}\n${actions}`);
    const [first, second] = [learnFrom(documents), learnFrom(documents)];
    assert.deepEqual(first.files, second.files);
    const reversed = learnFrom(Object.fromEntries(Object.entries(documents).toReversed()));
    assert.equal(writtenFile(reversed, 'templates/postmortem.md'), writtenFile(first, 'templates/postmortem.md'));
  });
});
