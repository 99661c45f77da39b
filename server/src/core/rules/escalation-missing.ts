import { insertSection } from '../edits/insertSection.ts';
import { placeOfSection, type SectionPlace } from '../edits/sectionPlace.ts';
import type { IncidentDocument } from '../model/document.ts';
import { lacksEscalation } from '../model/escalation.ts';
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
    const { template, title, lines, likeness } = document;
    const own = escalationOf(template);
    if (!lacksEscalation(document)) return;
    // A form of the team's own may have left away what ours demands.
    if (own?.required && likeness === 'distant') return;
    const isUncertain = !own || (own.required && likeness === 'alike');
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
      ...(isUncertain ? { level: 'information' as const } : {}),
      message:
        'This runbook does not say whom to call when it does not help; add a section "Escalation" with a name and a channel.',
      ...(edit
        ? {
            fix: {
              title: `Add the section "${model?.heading ?? 'Escalation'}"`,
              edits: [edit],
              ...(own?.required && isUncertain ? { onRequest: true } : {}),
            },
          }
        : {}),
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
