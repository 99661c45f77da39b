import assert from 'node:assert/strict';
import { explainRefinementsAt, suggestRefinementsAt } from '../../src/core/schema/refinementsCaret.ts';

/** A template with a front matter that has a caret, `|`. */
function at(yaml: string): readonly [text: string, offset: number] {
  const marked = `---\n${yaml}---\n\n# Postmortem: [Title]\n\n**Level:** P1\n\n## What Broke\n\n### Customers\n`;
  const offset = marked.indexOf('|');
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset];
}

function offered(yaml: string): readonly string[] {
  return suggestRefinementsAt(...at(yaml)).map(({ label }) => label);
}

describe('The front matter of a template, as it is typed', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['its one key', '|\n', ['template']],
    ['the keys below', 'template:\n  k|\n', ['kind', 'closed', 'sections', 'fields']],
    ['the kinds', 'template:\n  kind: |\n', ['runbook', 'incident', 'postmortem']],
    ['the sections that the template has', 'template:\n  sections:\n    |\n', ['What Broke', 'Customers']],
    ['the fields that it has', 'template:\n  fields:\n    |\n', ['Level']],
    [
      'what can be said of a section',
      'template:\n  sections:\n    Customers: { | }\n',
      ['role', 'optional', 'repeatable', 'anyOrder', 'synonyms'],
    ],
  ];
  for (const [name, yaml, expected] of cases) it(`is offered ${name}`, () => assert.deepEqual(offered(yaml), expected));

  it('is offered the roles that rules go by', () => {
    const roles = offered('template:\n  sections:\n    What Broke: { role: | }\n');
    for (const role of ['impact', 'timeline', 'actions']) assert.ok(roles.includes(role), role);
  });

  it('is completed at its place in the file', () => {
    const [text, offset] = at('template:\n  sections:\n    Custo|\n');
    const [, customers] = suggestRefinementsAt(text, offset);
    assert.equal(customers && text.slice(customers.span.start, customers.span.end), 'Custo');
    assert.equal(customers?.insert, 'Customers:\n      ');
  });

  it('is explained at its place in the file', () => {
    const [text, offset] = at('template:\n  closed|: true\n');
    const found = explainRefinementsAt(text, offset);
    assert.match(
      found?.words ?? '',
      /^\*\*closed\*\*: Whether a section that the template does not name is unwelcome\./,
    );
    assert.equal(found && text.slice(found.span.start, found.span.end), 'closed');
  });

  it('ends where the Markdown begins', () => {
    const [text] = at('template:\n  closed: true|\n');
    const offset = text.indexOf('P1');
    assert.deepEqual(suggestRefinementsAt(text, offset), []);
    assert.equal(explainRefinementsAt(text, offset), undefined);
  });
});
