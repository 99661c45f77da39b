import type { IncidentDocument } from '../model/document.ts';
import { at } from '../text/span.ts';
import { defineRule, type Finding } from './rule.ts';

/** A timeline whose times hold in no zone that anybody has named. */
export const timezoneMissing = defineRule({
  id: 'timezone-missing',
  kinds: ['incident', 'postmortem'],
  summary: 'The timeline names no time zone.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const { timeline } = document;
    if (!timeline || timeline.zone) return;
    const bare = timeline.entries.find(({ stamp }) => stamp.time && !stamp.zone);
    if (!bare) return;
    const heading = headingOf(document);
    yield {
      span: heading?.textSpan ?? bare.stamp.span,
      message: heading
        ? 'Nothing says in which time zone these times are; name it in the heading, as in "Timeline (UTC)".'
        : 'Nothing says in which time zone these times are; name it once, as in "All times in UTC".',
      related: [{ span: bare.stamp.span, message: 'The first time without a zone.' }],
      ...(heading ? { fix: declared(heading.textSpan.end, timeline.defaultZone) } : {}),
    };
  },
});

function headingOf({ outline, timeline }: IncidentDocument): { readonly textSpan: Finding['span'] } | undefined {
  return outline.allSections.find(({ heading }) => heading.span.start === timeline?.anchor.start)?.heading;
}

function declared(end: number, zone: string): NonNullable<Finding['fix']> {
  return { title: `Say that the times are in ${zone}`, edits: [{ span: at(end), text: ` (${zone})` }] };
}
