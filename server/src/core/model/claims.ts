import { spanOf } from '../parse/markdown.ts';
import { walk } from '../parse/walk.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { Span } from '../text/span.ts';
import { contains } from '../text/span.ts';
import type { IncidentDocument } from './document.ts';
import type { Milestone } from './timeline/timeline.ts';
import { readDuration, type StatedDuration } from './values/duration.ts';

/** A sentence or a field that says how long it took to detect, acknowledge, mitigate or resolve the incident. */
export interface Claim {
  readonly span: Span;
  /** What was reached in that time. */
  readonly reached: Milestone;
  readonly stated: StatedDuration;
  /** True for "within 5 minutes", which less fulfils too. */
  readonly atMost: boolean;
}

const labels: readonly (readonly [RegExp, Milestone])[] = [
  [/^(?:mean )?time to (?:detect(?:ion)?|discover(?:y)?|notice)$|^m?ttd$/, 'detected'],
  [/^(?:mean )?time to (?:acknowledge(?:ment)?|ack|respond|response)$|^m?tta$/, 'acknowledged'],
  [/^(?:mean )?time to (?:mitigat(?:e|ion)|repair)$|^m?ttm$/, 'mitigated'],
  [/^(?:mean )?time to (?:resol(?:ve|ution)|recover(?:y)?|restor(?:e|ation))$|^m?ttr$/, 'resolved'],
];

const length =
  '(?:about |around |just |approximately |~ ?)?(?:\\d+(?:[.,]\\d+)?|one|two|three|four|five|ten|fifteen|thirty) ?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|h|m)\\b(?:,? (?:and )?\\d+ ?(?:minutes?|mins?|m)\\b)?';
const link = '(?:[\\w-]+ ){0,4}?';
const verbs: readonly (readonly [string, Milestone])[] = [
  [
    '(?:detected|noticed|discovered|alerted|caught|spotted|(?:alerts?|alarms?|monitors?) (?:[\\w-]+ ){0,3}?(?:fired|triggered|went off|paged))',
    'detected',
  ],
  ['(?:responded|acknowledged|acked|answered)', 'acknowledged'],
  ['(?:mitigated|contained)', 'mitigated'],
  ['(?:resolved|recovered|restored)', 'resolved'],
];
const sentences: readonly (readonly [RegExp, Milestone])[] = verbs.map(([verb, reached]) => [
  new RegExp(
    `\\b(?<!not |never |n't be |be )${verb} ${link}(within|in under|in less than|in|after) (${length})(?! (?:of|before|from))`,
    'gi',
  ),
  reached,
]);
/** "7h (during support hours)" is no length of time on the clock. */
const workingHours = /\b(?:support|business|working|office|core|in) hours\b/i;
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five'];

/** What a document claims of its own speed, outside its timeline, in document order. */
export function readClaims(document: IncidentDocument): Claim[] {
  const { fields, outline, text, timeline, recall } = document;
  const claims: Claim[] = fields.flatMap(({ label, value, valueSpan }): Claim[] => {
    const reached = labels.find(([pattern]) => pattern.test(normalizeLabel(label)))?.[1];
    const stated = workingHours.test(value) ? undefined : readDuration(value);
    return reached && stated
      ? [{ span: valueSpan, reached, stated, atMost: /^(?:under|less than|within|<)/i.test(value) }]
      : [];
  });
  walk(outline.tree, (node) => {
    if (node.type !== 'text') return undefined;
    const place = spanOf(node);
    if (timeline && contains(timeline.span, place)) return undefined;
    for (const claim of recall(claimsIn, text.slice(place.start, place.end))) {
      const span = { start: place.start + claim.span.start, end: place.start + claim.span.end };
      claims.push({ ...claim, span });
    }
    return undefined;
  });
  return claims.toSorted((a, b) => a.span.start - b.span.start);
}

/** The claims of some words; their spans count from the beginning of the words. */
function claimsIn(words: string): readonly Claim[] {
  return sentences.flatMap(([pattern, reached]) =>
    [...words.matchAll(pattern)].flatMap((match): Claim[] => {
      const stated = readDuration(inFigures(match[2] ?? ''));
      const span = { start: match.index, end: match.index + match[0].length };
      return stated ? [{ span, reached, stated, atMost: /within|under|less/i.test(match[1] ?? '') }] : [];
    }),
  );
}

function inFigures(words: string): string {
  return words
    .replace(/^just /i, '')
    .replace(/^(?:zero|one|two|three|four|five)\b/i, (word) => String(numbers.indexOf(word.toLowerCase())))
    .replace(/^ten\b/i, '10')
    .replace(/^fifteen\b/i, '15')
    .replace(/^thirty\b/i, '30');
}
