import { hasContent } from '../parse/content.ts';
import type { Field, IncidentDocument } from '../model/document.ts';
import { headerField } from '../model/fields.ts';
import { defineRule } from './rule.ts';

/** One template word left over is a slip; so many are a document that nobody has finished. */
const unfinished = 2;

/** A status that says "final" of a document full of gaps, or "draft" of one that has none and whose actions are all done. */
export const statusMismatch = defineRule({
  id: 'status-mismatch',
  kinds: ['incident', 'postmortem'],
  summary: 'The status does not fit the rest of the document.',
  level: 'warning',
  fixable: false,
  *check(document) {
    const field = headerField(document.fields, 'Status');
    if (!field) return;
    const { kind, stage, placeholders } = document;
    if (stage === 'final' && placeholders.length >= unfinished) {
      const [first] = placeholders;
      yield {
        span: field.valueSpan,
        message: `This says "${word(field)}", but ${placeholders.length} places are still to be filled in; fill them in, or say that it is a draft.`,
        related: first ? [{ span: first.span, message: 'The first of them.' }] : [],
      };
    }
    if (kind === 'postmortem' && stage === 'draft' && isFinished(document)) {
      yield {
        span: field.valueSpan,
        message: `This says "${word(field)}", but nothing is missing and each action is done; say that it is complete.`,
      };
    }
  },
});

function isFinished({ placeholders, alignment, actionItems, outline }: IncidentDocument): boolean {
  return (
    placeholders.length === 0 &&
    alignment.missing.every(({ required }) => !required) &&
    outline.allSections.every(({ body, children }) => children.length > 0 || body.some(hasContent)) &&
    actionItems.length > 0 &&
    actionItems.every(({ state }) => state !== 'open')
  );
}

/** The status without a remark behind it. */
function word({ value }: Field): string {
  return value.replace(/\s*[,;(].*$/s, '');
}
