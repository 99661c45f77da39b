import type { Clock } from '../clock.ts';
import { hasContent } from '../parse/content.ts';
import type { ActionDetail, Field, IncidentDocument } from '../model/document.ts';
import { headerField } from '../model/fields.ts';
import { milestoneTime } from '../model/timeline/milestones.ts';
import { saysNothing } from '../model/values/absent.ts';
import { defineRule } from './rule.ts';

/** For how long after the incident's end a draft may lie complete. */
const reviewMs = 14 * 86_400_000;

/** One template word left over is a slip; so many are a document that nobody has finished. */
const unfinished = 2;

/** A status that says "final" of a document full of gaps, or "draft" of one that has none and whose actions are all done. */
export const statusMismatch = defineRule({
  id: 'status-mismatch',
  kinds: ['incident', 'postmortem'],
  summary: 'The status does not fit the rest of the document.',
  level: 'warning',
  fixable: false,
  *check(document, { clock }) {
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
    if (
      kind === 'postmortem' &&
      stage === 'draft' &&
      isFinished(document, /draft/i.test(field.value) ? clock : undefined)
    ) {
      yield {
        span: field.valueSpan,
        message: `This says "${word(field)}", but nothing is missing any more; say that it is complete.`,
      };
    }
  },
});

function isFinished(
  { placeholders, alignment, actionItems, outline, timeline }: IncidentDocument,
  clock: Clock | undefined,
): boolean {
  const ended = timeline && milestoneTime(timeline, 'resolved');
  // What is written soon afterwards may wait for its readers.
  const isDue = ended !== undefined && clock?.hasCome(ended + reviewMs) === true;
  return (
    placeholders.length === 0 &&
    alignment.missing.every(({ required }) => !required) &&
    outline.allSections.every(({ body, children }) => children.length > 0 || body.some(hasContent)) &&
    actionItems.length > 0 &&
    actionItems.every(({ state, owner, due }) => state !== 'open' || (isDue && isSaid(owner) && isSaid(due)))
  );
}

function isSaid(detail: ActionDetail | undefined): boolean {
  return detail !== undefined && !saysNothing(detail.value);
}

/** The status without a remark behind it. */
function word({ value }: Field): string {
  return value.replace(/\s*[,;(].*$/s, '');
}
