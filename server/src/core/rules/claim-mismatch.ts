import { readClaims, type Claim } from '../model/claims.ts';
import type { Milestone, Timeline, TimelineEntry } from '../model/timeline/timeline.ts';
import { formatDuration, type StatedDuration } from '../model/values/duration.ts';
import { slice } from '../text/slice.ts';
import { defineRule } from './rule.ts';

/** From where people count: not everybody means the same. */
const starts: Readonly<Partial<Record<Milestone, readonly Milestone[]>>> = {
  detected: ['impact-started'],
  acknowledged: ['impact-started', 'detected'],
  mitigated: ['impact-started', 'detected', 'acknowledged', 'declared'],
  resolved: ['impact-started', 'detected', 'acknowledged', 'declared'],
};
/** Stamps that are only about right may be this far off, in minutes. */
const aboutRight = 30;
/** Longer than this, in minutes, an incident lasted over a night. */
const workingDay = 14 * 60;

/** A sentence or field about the speed of the response that the entries of the timeline contradict. */
export const claimMismatch = defineRule({
  id: 'claim-mismatch',
  kinds: ['postmortem'],
  summary: 'The document claims another speed than its timeline shows.',
  level: 'information',
  fixable: false,
  *check(document) {
    const { timeline, text } = document;
    if (!timeline) return;
    for (const claim of readClaims(document)) {
      const spans = measured(timeline, claim);
      const [first] = spans;
      if (!first || spans.some((span) => fulfils(claim, span))) continue;
      // People count from and to other entries than the milestones: a length that the timeline has anywhere is no mistake.
      if (!claim.atMost && !claim.from && hasLength(timeline, claim.stated)) continue;
      // Over a night many teams count the hours in which they work.
      if (first.minutes > workingDay && claim.stated.minutes < first.minutes) continue;
      // A timeline of days may tell of several outages, of which nobody can say which one is meant.
      if (isOfDays(timeline, first.minutes) && claim.stated.minutes > first.minutes) continue;
      const from = slice(text, first.from.stamp.span);
      const to = slice(text, first.to.stamp.span);
      yield {
        span: claim.span,
        message: `The timeline has ${formatDuration(first.minutes)} between ${from} and ${to}; correct this claim or the timeline.`,
        related: [
          { span: first.from.stamp.span, message: 'From here …' },
          { span: first.to.stamp.span, message: '… to here.' },
        ],
      };
    }
  },
});

interface Measured {
  readonly from: TimelineEntry;
  readonly to: TimelineEntry;
  readonly minutes: number;
}

function measured({ entries }: Timeline, { reached, from: counted }: Claim): Measured[] {
  const to = entries.find(({ milestone, at }) => milestone === reached && at !== undefined);
  return (counted ? [counted] : (starts[reached] ?? [])).flatMap((milestone): Measured[] => {
    const from = entries.find((entry) => entry.milestone === milestone && entry.at !== undefined);
    if (!to || !from || from.region !== to.region) return [];
    const minutes = ((to.at ?? 0) - (from.at ?? 0)) / 60_000;
    return minutes < 0 ? [] : [{ from, to, minutes }];
  });
}

/** Whether a timeline goes on for much longer than a part of it, which is so many minutes long. */
function isOfDays({ entries }: Timeline, part: number): boolean {
  const times = entries.flatMap(({ at }) => (at === undefined ? [] : [at / 60_000]));
  const sorted = times.toSorted((a, b) => a - b);
  const whole = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  return whole > workingDay && part < whole / 2;
}

/** Whether any two entries lie so far apart. */
function hasLength({ entries }: Timeline, { minutes, tolerance }: StatedDuration): boolean {
  const times = entries.flatMap(({ at }) => (at === undefined ? [] : [at / 60_000])).toSorted((a, b) => a - b);
  let later = 0;
  return times.some((time) => {
    while (later < times.length && (times[later] ?? 0) < time + minutes - tolerance) later++;
    return (times[later] ?? Infinity) <= time + minutes + tolerance;
  });
}

function fulfils({ stated, atMost, ofPart, atLeast }: Claim, { from, to, minutes }: Measured): boolean {
  const vague = from.stamp.approximate || to.stamp.approximate ? aboutRight : 0;
  const tolerance = Math.max(stated.tolerance, vague);
  if (ofPart || atLeast) return stated.minutes <= minutes + tolerance;
  return atMost ? minutes <= stated.minutes + tolerance : Math.abs(minutes - stated.minutes) <= tolerance;
}
