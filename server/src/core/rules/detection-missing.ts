import type { Field, IncidentDocument } from '../model/document.ts';
import type { Passage } from '../model/prose.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { tellsOfDetection } from '../model/values/detection.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A postmortem that does not say how the incident came to light. */
export const detectionMissing = defineRule({
  id: 'detection-missing',
  kinds: ['postmortem'],
  summary: 'Nothing says how the incident was noticed.',
  level: 'information',
  fixable: false,
  *check(document) {
    const { alignment, prose, timeline, title, lines } = document;
    // What is not written yet can't say it.
    if (prose.length < 5 || isTold(document)) return;
    const place = sectionsOfRole(alignment, 'timeline')[0]?.heading.span;
    yield {
      span: place ?? timeline?.anchor ?? title?.span ?? lines.contentSpan(0),
      message: 'Nothing says how the incident was noticed; add what or who noticed it first, and when.',
    };
  },
});

function isTold({ alignment, fields, prose, timeline, placeholders, each }: IncidentDocument): boolean {
  // An alert that is still to be made has told nobody.
  const actions = sectionsOfRole(alignment, 'actions');
  return (
    placeholders.length > 0 ||
    sectionsOfRole(alignment, 'detection').length > 0 ||
    each(fieldOfDetection, fields).length > 0 ||
    each(entryOfDetection, timeline?.entries ?? []).length > 0 ||
    each(passageOfDetection, prose).some(({ span }) => !actions.some((section) => contains(section.span, span)))
  );
}

function fieldOfDetection(field: Field): readonly Field[] {
  return tellsOfDetection(field.label) ? [field] : [];
}

function entryOfDetection(entry: TimelineEntry): readonly TimelineEntry[] {
  return entry.milestone === 'detected' || tellsOfDetection(entry.text) ? [entry] : [];
}

function passageOfDetection(passage: Passage): readonly Passage[] {
  return tellsOfDetection(passage.words) ? [passage] : [];
}
