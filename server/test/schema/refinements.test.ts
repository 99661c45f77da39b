import assert from 'node:assert/strict';
import { readTemplate } from '../../src/core/schema/readTemplate.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

const body = '# Postmortem: [Title]\n\n**Status:** Draft\n\n## Summary\n\n## Impact\n';

/** What is wrong with a template of this front matter, as `line:column rule [words] message`, counted from 1. */
function said(frontMatter: string, newline = '\n'): readonly string[] {
  const text = `---\n${frontMatter}---\n\n${body}`.replaceAll('\n', newline);
  const lines = new LineIndex(text);
  return readTemplate('ours', '/w/.incident-docs/templates/ours.md', text).problems.map(({ rule, span, message }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${line + 1}:${character + 1} ${rule} [${text.slice(span.start, span.end)}] ${message}`;
  });
}

describe('The front matter of a template', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'is read as it should be',
      'template:\n  kind: postmortem\n  closed: true\n  sections:\n    Impact: { optional: true, synonyms: [Damage] }\n  fields:\n    Status: { values: [Draft, Final] }\n',
      [],
    ],
    ['may refine nothing', 'template:\n', []],
    [
      'has a mistyped key',
      'template:\n  kindd: postmortem\n',
      ['3:3 config-unknown-key [kindd] Unknown key "kindd"; did you mean "kind"?'],
    ],
    [
      'has a mistyped key of a section',
      'template:\n  sections:\n    Impact: { optionl: true }\n',
      ['4:15 config-unknown-key [optionl] Unknown key "optionl"; did you mean "optional"?'],
    ],
    [
      'has a kind that is none',
      'template: { kind: report }\n',
      ['2:19 config-type [report] "kind" must be runbook, incident or postmortem, not "report".'],
    ],
    [
      'has a word where true or false belongs',
      'template:\n  sections:\n    Impact: { optional: maybe }\n',
      ['4:25 config-type [maybe] "optional" must be true or false, not "maybe".'],
    ],
    [
      'is a word where a mapping belongs',
      'template: postmortem\n',
      ['2:11 config-type [postmortem] "template" must be a mapping of "key: value" lines, not "postmortem".'],
    ],
    [
      'refines a section that is not there',
      'template:\n  sections:\n    Impcat: { optional: true }\n',
      ['4:5 config-reference [Impcat] This template has no section "Impcat"; did you mean "Impact"?'],
    ],
    [
      'refines a field that is not there',
      'template:\n  fields:\n    Owner: { optional: true }\n',
      ['4:5 config-reference [Owner] This template has no field "Owner"; name one of its labels.'],
    ],
    [
      'has a mistyped role',
      'template:\n  kind: postmortem\n  sections:\n    Impact: { role: action }\n',
      ['5:21 config-reference [action] There is no role "action"; did you mean "actions"?'],
    ],
    [
      'may have a role that is only the team’s',
      'template:\n  kind: postmortem\n  sections:\n    Impact: { role: customers }\n',
      [],
    ],
  ];
  for (const [name, frontMatter, expected] of cases) {
    it(name, () => assert.deepEqual(said(frontMatter), expected));
    it(`${name}, with CRLF`, () => assert.deepEqual(said(frontMatter, '\r\n'), expected));
  }

  it('that is no YAML is told as that alone', () => {
    const problems = said('template: { kind: report, [\n');
    assert.ok(problems.length > 0);
    for (const problem of problems) assert.match(problem, /config-syntax/);
  });

  it('says by synonyms what a section is for and how a field is read', () => {
    const text =
      '---\ntemplate:\n  kind: postmortem\n  sections: { What We Do Now: { synonyms: [Chores, Action Items] } }\n  fields: { Level: { synonyms: [Severity] } }\n---\n\n# Postmortem: [Title]\n\n**Level:** P1\n\n## What We Do Now\n';
    const { template, problems } = readTemplate('ours', '/w/.incident-docs/templates/ours.md', text);
    assert.deepEqual(problems, []);
    assert.equal(template?.sections[0]?.role, 'actions');
    assert.equal(template.fields[0]?.type, 'severity');
  });
});
