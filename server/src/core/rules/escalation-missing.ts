import { insertSection } from '../edits/insertSection.ts';
import { placeOfSection, type SectionPlace } from '../edits/sectionPlace.ts';
import type { IncidentDocument } from '../model/document.ts';
import { escalationSections, mentionsEscalation } from '../model/escalation.ts';
import type { SectionSchema, Template } from '../schema/template.ts';
import { defineRule } from './rule.ts';

/** A runbook that does not say whom to call when it does not help. */
export const escalationMissing = defineRule({
  id: 'escalation-missing',
  kinds: ['runbook'],
  summary: 'The runbook does not say whom to call when it does not help.',
  level: 'warning',
  fixable: true,
  *check(document, { templates }) {
    const { template, title, lines } = document;
    const own = escalationOf(template);
    // Where the template demands the section, "missing-section" says so.
    if (own?.required || escalationSections(document).length > 0 || mentionsEscalation(document)) return;
    const model =
      own ??
      templates
        .filter(({ kind }) => kind === 'runbook')
        .map(escalationOf)
        .find((schema) => schema);
    const edit = model && insertSection(document, model, own ? placeOfSection(document, own) : endOf(document));
    yield {
      span: title?.span ?? lines.contentSpan(0),
      // A template without the section has left it away on purpose.
      ...(own ? {} : { level: 'information' as const }),
      message:
        'This runbook does not say whom to call when it does not help; add a section "Escalation" with a name and a channel.',
      ...(edit ? { fix: { title: 'Add the section "Escalation"', edits: [edit] } } : {}),
    };
  },
});

function escalationOf({ sections }: Template): SectionSchema | undefined {
  return sections.find(({ role }) => role === 'escalation');
}

function endOf({ outline, text }: IncidentDocument): SectionPlace {
  const last = outline.sections.at(-1);
  return { offset: text.length, level: last?.heading.level ?? 2, after: last, before: undefined };
}
