import type { StatedZone } from '../model/timeline/timeline.ts';
import { isAmbiguousZone } from '../model/timeline/zones.ts';
import { defineRule } from './rule.ts';

/** A time zone that means several offsets. */
export const timezoneAmbiguous = defineRule({
  id: 'timezone-ambiguous',
  kinds: ['incident', 'postmortem'],
  summary: 'A time zone of the timeline can mean several.',
  level: 'warning',
  fixable: false,
  *check({ timeline }) {
    if (!timeline) return;
    const seen = new Set<string>();
    const zones = [timeline.zone, ...timeline.entries.map(({ stamp }) => stamp.zone)].filter(
      (each) => each !== undefined,
    );
    // Beside "EST" or "CDT", "CST" is theirs.
    const isAmerican = zones.some(({ name }) => /^(?:[EMP]ST|[CEMP]DT|[EMP]T)$/.test(name));
    for (const zone of zones.toSorted((a, b) => a.span.start - b.span.start)) {
      if (!isAmbiguousZone(zone) || seen.has(zone.name) || (isAmerican && zone.name === 'CST')) continue;
      seen.add(zone.name);
      yield { span: zone.span, message: meanings(zone) };
    }
  },
});

function meanings({ name }: StatedZone): string {
  const [one, other] = name.split('/');
  if (one !== undefined && other !== undefined)
    return `"${name}" is two zones an hour apart; write the one that held on that day, or UTC.`;
  if (name.toUpperCase() === 'IST')
    return '"IST" is the time of India, of Ireland and of Israel; write the offset, such as UTC+05:30, or UTC.';
  if (name === 'CST') return '"CST" is the time of Chicago and of China; write the offset, such as UTC-06:00, or UTC.';
  return `"${name}" is another time in each place; write the offset, such as UTC+02:00, or UTC.`;
}
