import { frontMatterShape } from './schema/refinements.ts';
import { headingsOfRole, knownRoles } from './schema/synonyms.ts';
import { chapterOf } from './shapes/manual.ts';

/** The first words of the manual. */
const preface = `# Templates

A template is an ordinary Markdown file in \`.incident-docs/templates/\`. It counts as soon as it is saved, and while it is
typed: new documents are made from it, documents are checked and completed by it, and hovers show it. Its name is that of its
file. It is for the kind that its file's name says (\`postmortem.md\`), or its title ("# Runbook: …"), or its front matter.
\`incident-docs init\` writes one from the documents that a team has already. What is wrong in a template is told at its place.

| In the template                                          | For documents                                                                   |
| -------------------------------------------------------- | ------------------------------------------------------------------------------- |
| \`# Postmortem: [Title]\`                                | how the title begins                                                            |
| a heading: \`## Impact\`                                 | a section that must be there, at this place; those below it too                 |
| a heading in brackets: \`### [Check]\`                   | an example; no section that must be there                                       |
| a label before the first section: \`**Severity:** [SEV]\` | a field that must be there, written in this form                                |
| a label in a section                                     | a field that is offered there                                                   |
| \`[SEV-1 \\| SEV-2]\`                                      | the words that the field may hold                                               |
| a table                                                  | the columns of that section's table: without one for owners none is asked for   |
| other words in brackets: \`[what happened]\`             | what is to be replaced; what is left of it is reported                          |

A section is found by its heading, whatever its level, numbering, emoji and case ("3. Impact"), or by what follows a dash or
colon; by a synonym; or, where neither is there, by another heading that is known to mean the same.`;

const keyMeaning =
  'What plain Markdown cannot say stands below this key of the front matter; the editor completes, explains and checks it.';

const example = `---
template:
  kind: postmortem
  sections:
    Customers: { role: impact }
    What We Do Now: { synonyms: [Action Items, Next Steps] }
    Graphs: { optional: true, anyOrder: true }
  fields:
    Level: { synonyms: [Severity], values: [P1, P2, P3] }
    Ticket: { optional: true }
---`;

/** The manual of templates in Markdown. */
export function templateManual(): string {
  const { form } = frontMatterShape;
  const shape = form.kind === 'record' ? form.fields['template'] : undefined;
  if (!shape) throw new Error('A front matter has a template.');
  const roles = knownRoles.map((role) => {
    const headings = headingsOfRole(role);
    return `- \`${role}\`: ${headings.length > 0 ? headings.join(', ') : 'by its front matter alone'}`;
  });
  return `${[
    preface,
    // Nothing is refined by default, which needs no example.
    chapterOf('template', { ...shape, meaning: keyMeaning, fallback: { value: undefined } }, undefined),
    `For example:\n\n\`\`\`yaml\n${example}\n\`\`\``,
    '## Roles',
    'Rules and commands go by what a section is for, its role. These headings say so by themselves; another one does by `role`, or by a synonym among these.',
    roles.join('\n'),
  ].join('\n\n')}\n`;
}
