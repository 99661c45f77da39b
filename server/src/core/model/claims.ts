import type { Text } from 'mdast';
import { spanOf } from '../parse/markdown.ts';
import { partReader, readParts } from '../parse/partReader.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { Span } from '../text/span.ts';
import { contains, moved } from '../text/span.ts';
import type { IncidentDocument } from './document.ts';
import { nodesOf } from './nodes.ts';
import type { Milestone } from './timeline/timeline.ts';
import { mayStateLength, outageLengths } from './outageLength.ts';
import { readDuration, type StatedDuration } from './values/duration.ts';
import { inFigures, numberWords } from './values/numerals.ts';

/** A sentence or a field that says how long it took to detect, acknowledge, mitigate or resolve the incident. */
export interface Claim {
  readonly span: Span;
  /** What was reached in that time. */
  readonly reached: Milestone;
  /** From where it counts; undefined where it does not say. */
  readonly from: Milestone | undefined;
  readonly stated: StatedDuration;
  /** True for "within 5 minutes", which less fulfils too. */
  readonly atMost: boolean;
  /** True for "checkout was down for 5 minutes", which may be a part of that time alone. */
  readonly ofPart: boolean;
  /** True for "more than two hours", which more fulfils too. */
  readonly atLeast: boolean;
}

const labels: readonly (readonly [RegExp, Milestone])[] = [
  [/^(?:mean )?time to (?:detect(?:ion)?|discover(?:y)?|notice)$|^m?ttd$/, 'detected'],
  [/^(?:mean )?time to (?:acknowledge(?:ment)?|ack|respond|response)$|^m?tta$/, 'acknowledged'],
  [/^(?:mean )?time to (?:mitigat(?:e|ion)|repair)$|^m?ttm$/, 'mitigated'],
  [/^(?:mean )?time to (?:resol(?:ve|ution)|recover(?:y)?|restor(?:e|ation))$|^m?ttr$/, 'resolved'],
];

function milestoneOfLabel(label: string): Milestone | undefined {
  const normalized = normalizeLabel(label);
  return labels.find(([pattern]) => pattern.test(normalized))?.[1];
}

const unit = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|h|m)';
const units = `${unit}\\b`;
const length = `(?:about |around |just |approximately |~ ?)?(?:\\d+(?:[.,]\\d+)?|${numberWords}) ?${units}(?:,? (?:and )?\\d+ ?(?:minutes?|mins?|m)\\b)?`;
const link = '(?:[\\w-]+ ){0,4}?';
const verbs: readonly (readonly [string, Milestone])[] = [
  [
    '(?:detected|noticed|discovered|alerted|caught|spotted|(?:alerts?|alarms?|monitors?) (?:[\\w-]+ ){0,3}?(?:fired|triggered|went off|paged)|(?:was|were|got) paged)',
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
/** "resolved 30 minutes after detection": what is counted from is said as well. */
const bare: Readonly<Partial<Record<Milestone, string>>> = { detected: '(?:fired|paged|went off)' };
const counted: readonly (readonly [RegExp, Milestone])[] = verbs.map(([verb, reached]) => [
  new RegExp(
    `\\b(?<!not |never |n't be |be )(?:${verb}|${bare[reached] ?? verb}) (?:[\\w:,-]+ ){0,5}?(within )?(${length}) (?:after|of|from) (?:the )?((?:[\\w-]+ ){0,3}[\\w-]+)`,
    'gi',
  ),
  reached,
]);
const countedFrom: readonly (readonly [RegExp, Milestone])[] = [
  [
    /^(?:(?:start|beginning|onset)(?= of\b|$)|impact|first (?:\w+ )?(?:errors?|failures?|failed|rejected|impact)|outage (?:began|started))/i,
    'impact-started',
  ],
  [/^(?:detection|being detected|(?:first )?(?:alert|page)\b)/i, 'detected'],
  [/^(?:acknowledg|being acknowledged)/i, 'acknowledged'],
];
/** "It took us 40 minutes to detect", "Time to detect: 5 minutes" in the middle of a paragraph. */
const took: readonly (readonly [string, Milestone])[] = [
  ['(?:detect|notice|discover)', 'detected'],
  ['(?:acknowledge|respond|ack)', 'acknowledged'],
  ['mitigate', 'mitigated'],
  ['(?:resolve|recover|restore)', 'resolved'],
];
const durations: readonly (readonly [RegExp, Milestone])[] = took.flatMap(([verb, reached]) => [
  [
    new RegExp(
      `\\b(?:it|this|we|which) took (?:us |the team )?()(${length}) (?:for us |for the team )?to ${verb}\\b`,
      'gi',
    ),
    reached,
  ],
  [new RegExp(`\\btime to ${verb}(?:ion|y)?(?: was| is|:) ()(${length})`, 'gi'), reached],
]);
/** Words without which no pattern of a milestone finds anything: the patterns take long to make ready. */
const signs: Readonly<Partial<Record<Milestone, RegExp>>> = {
  detected: /\b(?:detect|notice|discover|alert|alarm|monitor|caught|spotted|fired|paged|went off)/i,
  acknowledged: /\b(?:respond|ack|answered)/i,
  mitigated: /\b(?:mitigate|contained)/i,
  resolved: /\b(?:resolve|recover|restore)/i,
};
/** "7h (during support hours)" is no length of time on the clock. */
const workingHours = /\b(?:support|business|working|office|core|in) hours\b/i;

/** What a document claims of its own speed, outside its timeline, in document order. */
export function readClaims(document: IncidentDocument): Claim[] {
  const { fields, outline, text, timeline, recall } = document;
  const claims: Claim[] = fields.flatMap(({ label, value, valueSpan }): Claim[] => {
    const reached = recall(milestoneOfLabel, label);
    const stated = !reached || workingHours.test(value) ? undefined : readDuration(value);
    return reached && stated
      ? [{ ...bounds(/^(?:under|less than|within|<)/i.test(value)), span: valueSpan, reached, stated }]
      : [];
  });
  for (const claim of readParts(claimsOfPart, outline.parts, document))
    if (!timeline || !contains(timeline.span, claim.node)) claims.push(claim);
  const isFirst = ({ span }: Claim, index: number): boolean =>
    !claims.slice(0, index).some((other) => overlap(span, other.span) || isOneLine(other.span, span, text));
  return claims.filter(isFirst).toSorted((a, b) => a.span.start - b.span.start);
}

const claimsOfPart = partReader(
  (part, source) =>
    nodesOf(part, source).text.flatMap((node) => {
      const { text, recall } = source;
      const found = recall(claimsOf, node, text);
      if (found.length === 0) return [];
      const place = spanOf(node);
      return found.map((claim) => ({ ...claim, span: moved(claim.span, place.start), node: place }));
    }),
  ({ span, node }: PlacedClaim) => [span, node],
);

/** A claim of a text node. */
interface PlacedClaim extends Claim {
  /** Where the node stands. */
  readonly node: Span;
}

function claimsOf(node: Text, text: string): readonly Claim[] {
  const { start, end } = spanOf(node);
  return claimsIn(text.slice(start, end));
}

/** The claims of some words; their spans count from the beginning of the words. */
function claimsIn(words: string): readonly Claim[] {
  if (!mayStateLength(words)) return [];
  const told = [...counted, ...sentences, ...durations].filter(([, reached]) => signs[reached]?.test(words) === true);
  const claims: Claim[] = told.flatMap(([pattern, reached]) =>
    [...words.matchAll(pattern)].flatMap((match): Claim[] => {
      const from = match[3] === undefined ? undefined : countedFrom.find(([start]) => start.test(match[3] ?? ''))?.[1];
      // "within 5 minutes of the deploy" counts from what is no milestone.
      if (match[3] !== undefined && (from === undefined || from === reached)) return [];
      const stated = readDuration(inFigures((match[2] ?? '').replace(/^just /i, '')));
      const span = { start: match.index, end: match.index + match[0].length };
      return stated ? [{ ...bounds(/within|under|less/i.test(match[1] ?? '')), span, reached, from, stated }] : [];
    }),
  );
  for (const { index, length: width, stated, ofPart, bound } of outageLengths(words)) {
    const span = { start: index, end: index + width };
    const bounded = { ...bounds(bound === 'most'), ofPart, atLeast: bound === 'least' };
    claims.push({ ...bounded, span, reached: 'resolved', stated });
  }
  return claims.filter(({ span }, index) => !claims.slice(0, index).some((other) => overlap(span, other.span)));
}

function bounds(atMost: boolean): Pick<Claim, 'from' | 'atMost' | 'ofPart' | 'atLeast'> {
  return { from: undefined, atMost, ofPart: false, atLeast: false };
}

/** Whether two claims are one, of which the field is read as a sentence as well: "Time to detect: 5 minutes". */
function isOneLine(field: Span, sentence: Span, text: string): boolean {
  return (
    sentence.start < field.start &&
    field.start <= sentence.end + 1 &&
    !text.slice(sentence.start, field.start).includes('\n')
  );
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
