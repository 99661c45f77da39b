import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { explainAt, suggestAt } from '../../src/core/configuration/caret.ts';
import { surroundings } from './surroundings.ts';

/** What is offered at the `|` of a text; with the text that choosing a label makes of it. */
function offered(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = suggestAt(text, offset, surroundings);
  return {
    labels: found.map(({ label }) => label),
    choose: (label: string): string => {
      const choice = found.find((suggestion) => suggestion.label === label);
      assert.ok(choice, `${label} is offered`);
      return text.slice(0, choice.span.start) + choice.insert + text.slice(choice.span.end);
    },
  };
}

/** What is explained at the `|` of a text. */
function explained(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  return explainAt(marked.slice(0, offset) + marked.slice(offset + 1), offset, surroundings)?.words;
}

describe('Completion in a configuration', () => {
  it('offers the keys of the whole in an empty file', () => {
    const { labels, choose } = offered('|');
    assert.ok(['documents', 'severities', 'onCall', 'rules'].every((key) => labels.includes(key)));
    assert.equal(choose('timezone'), 'timezone: ');
    assert.equal(choose('review'), 'review:\n  ');
    assert.equal(choose('roles'), 'roles:\n  - ');
  });

  it('offers keys that are not there yet, between others', () => {
    const { labels, choose } = offered('timezone: UTC\nser|\nroles: []\n');
    assert.ok(labels.includes('services') && !labels.includes('timezone') && !labels.includes('roles'));
    assert.equal(choose('services'), 'timezone: UTC\nservices:\n  - \nroles: []\n');
  });

  it('offers the keys of an entry, on the line of its dash and below', () => {
    assert.ok(offered('severities:\n  - |').labels.includes('name'));
    const { labels, choose } = offered('severities:\n  - name: SEV-1\n    |\n');
    assert.ok(labels.includes('updateEvery') && !labels.includes('name'));
    assert.equal(choose('criteria'), 'severities:\n  - name: SEV-1\n    criteria:\n      - \n');
  });

  it('offers keys within braces', () => {
    const { labels, choose } = offered('review: { daysAfter: 2, | }\n');
    assert.deepEqual(labels, ['attendees', 'workingDays']);
    assert.equal(choose('attendees'), 'review: { daysAfter: 2, attendees:  }\n');
  });

  it('keeps the colon of a key that is replaced', () =>
    assert.equal(offered('tim|: UTC\n').choose('timezone'), 'timezone: UTC\n'));

  const values: readonly (readonly [string, string, readonly string[]])[] = [
    ['the words of a choice', 'documents:\n  - kind: |\n', ['runbook', 'incident', 'postmortem', 'none']],
    ['the levels of a rule', 'rules:\n  missing-title: |\n', ['off', 'hint', 'information', 'warning', 'error']],
    ['truth', 'roles:\n  - changesSystem: |', ['true', 'false']],
    [
      'the team’s own severities',
      'severities: [{ name: P1 }, { name: P2 }]\ndetection:\n  trafficBelow:\n    severity: |',
      ['P1', 'P2'],
    ],
    [
      'the people',
      'people: { amina: {}, jonas: {} }\nonCall:\n  rotations:\n    - schedule:\n        - primary: a|',
      ['amina', 'jonas'],
    ],
    ['the templates of the kind', 'documents:\n  - kind: runbook\n    template: |', ['default', 'prometheus-operator']],
    ['the words of a list', 'overrides:\n  - kinds: [runbook, |]', ['runbook', 'incident', 'postmortem']],
    [
      'the words of a list, line by line',
      'review:\n  workingDays:\n    - |',
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ],
    ['examples of a duration', 'onCall:\n  respondWithin: |', ['15 min', '30 min', '1 h', '4 h', '1 day']],
  ];
  for (const [name, text, expected] of values) {
    it(`offers ${name}`, () => assert.deepEqual(offered(text).labels, expected));
  }

  it('offers time zones', () => {
    const { labels, choose } = offered('timezone: Eur|\n');
    assert.ok(labels.includes('Europe/Oslo'));
    assert.equal(choose('Europe/Oslo'), 'timezone: Europe/Oslo\n');
  });

  it('offers the rules and severities as keys', () => {
    assert.ok(offered('rules:\n  |').labels.includes('missing-title'));
    assert.deepEqual(offered('metrics:\n  mttr:\n    SEV-1: 1 h\n    |').labels, ['SEV-2', 'SEV-3', 'SEV-4']);
  });

  it('replaces a value of several words, and leaves the comment behind it', () =>
    assert.equal(
      offered('severities:\n  - respondWithin: next| business day # soon\n').choose('15 min'),
      'severities:\n  - respondWithin: 15 min # soon\n',
    ));

  it('offers nothing in a comment, in free text and where nothing is known', () => {
    for (const text of ['# time|', 'timezone: UTC # |', 'roles:\n  - name: |', 'nonsense:\n  |']) {
      assert.deepEqual(offered(text).labels, [], text);
    }
  });

  it('never throws, wherever the caret stands in whatever is typed', () => {
    const texts = fc
      .array(
        fc.constantFrom(
          'severities',
          'rules',
          ':',
          ' ',
          '\n',
          '  ',
          '- ',
          '{',
          '}',
          '[',
          ']',
          ',',
          '"',
          "'",
          '#',
          '&a',
          '*a',
          'x',
          '|',
          '\t',
        ),
        { maxLength: 24 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(40), (text, offset) => {
        suggestAt(text, Math.min(offset, text.length), surroundings);
        explainAt(text, Math.min(offset, text.length), surroundings);
      }),
      { numRuns: 150 },
    );
  });
});

describe('Hover in a configuration', () => {
  it('says what a key means, what it takes, and its default', () => {
    assert.equal(
      explained('onCall:\n  acknowledge|Within: 5 min\n'),
      '**acknowledgeWithin**: How soon a page is acknowledged.\n\nTakes a duration such as "30 min", "4 h" or "1 day". Default: `5 min`.',
    );
  });

  it('has the default of the entry that it is about', () =>
    assert.match(explained('severities:\n  - name: SEV-2\n    update|Every: 30 min\n') ?? '', /Default: `1 h`\.$/));

  it('shows a longer default as YAML', () =>
    assert.match(explained('metr|ics: {}\n') ?? '', /Default:\n\n```yaml\nmttr:\n {2}SEV-1: 45 min\n/));

  it('says what a word means', () => {
    assert.equal(
      explained('documents:\n  - kind: no|ne\n'),
      '**none**: No document of ours, whatever its path, title and sections suggest.',
    );
    assert.equal(explained('rules:\n  missing-title: of|f\n'), '**off**: Never reported.');
  });

  it('says what a rule finds, and its own level', () =>
    assert.match(explained('rules:\n  missing-|title: off\n') ?? '', /The document has no title\..*`warning`/));

  it('says nothing where nothing is known', () => {
    assert.equal(explained('non|sense: 1\n'), undefined);
    assert.equal(explained('# time|zone\n'), undefined);
  });
});
