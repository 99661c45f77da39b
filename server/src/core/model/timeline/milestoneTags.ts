import type { Milestone } from './timeline.ts';

/** Labels and tags, trimmed to letters and lower case. */
const tags: readonly (readonly [pattern: RegExp, milestone: Milestone])[] = [
  [
    /^(?:impact|incident|outage|fault|problem|issue)?[- ]?(?:start(?:ed|s)?|began|begins?|beginning|onset|occurs|occurred)(?: time)?$|^start of (?:the )?(?:impact|incident|outage)$/,
    'impact-started',
  ],
  [
    /^(?:first |initial |initially |automatically |fault |issue |incident |problem |outage )*(?:detected|detection|noticed|reported|alerted)(?: time| at)?$|^(?:first |initial )(?:alert|report)$|^team aware$|^time of detection$/,
    'detected',
  ],
  [/^(?:acknowledged?|ack(?:'?ed)?|acknowledgement)$/, 'acknowledged'],
  [/^(?:incident |formally |officially )*(?:declared|declaration)$/, 'declared'],
  [
    /^(?:incident |issue |impact |fully )*(?:mitigated|mitigation|repaired|repaired declared|contained|stabili[sz]ed)$/,
    'mitigated',
  ],
  [
    /^(?:incident |issue |problem |outage |fully |full |service )*(?:resolved|resolution|recover(?:y|ed)|restored|all clear)(?: time| at)?$|^(?:impact|incident|outage) (?:ends?|ended|over)$|^end of (?:incident|outage|impact)$/,
    'resolved',
  ],
  [/^(?:incident |formally )*(?:closed|closure)$/, 'closed'],
];

/** The milestone that a label or tag names outright: `First detected`, `Resolved`, `incident declared`. */
export function tagged(tag: string): Milestone | undefined {
  const plain = tag
    .replace(/[^\p{L}' -]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return tags.find(([pattern]) => pattern.test(plain))?.[1];
}
