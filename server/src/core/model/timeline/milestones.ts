import type { Milestone, Timeline, TimelineEntry } from './timeline.ts';
import type { milestonesIn, Strength } from './milestoneWords.ts';

/** The milestones whose first mention counts; of the others, which may come undone, the last one does. */
const firstCounts: ReadonlySet<Milestone> = new Set([
  'impact-started',
  'detected',
  'acknowledged',
  'declared',
  'mitigated',
]);
const inOrder: readonly Milestone[] = [
  'resolved',
  'closed',
  'declared',
  'mitigated',
  'acknowledged',
  'impact-started',
  'detected',
];

/** What an entry's words may stand for, and its moment, in ms since 1970 UTC. */
export interface MilestoneClaims {
  readonly claims: ReturnType<typeof milestonesIn>;
  readonly at: number | undefined;
}

/**
 * Says which entry stands for which milestone, by the words of the entries: one entry for each, the one that says it most
 * surely, and of those the first, or for resolved and closed the last. The answer is parallel to the entries.
 */
export function assignMilestones(entries: readonly MilestoneClaims[]): readonly (Milestone | undefined)[] {
  const claims = entries.flatMap(({ claims: made, at }, index) =>
    made.map((claim) => ({ ...claim, index, at: at ?? index })),
  );
  const declared = Math.min(
    ...claims.flatMap(({ milestone, at }) => (milestone === 'declared' ? [at] : [])),
    Number.POSITIVE_INFINITY,
  );
  const assigned = entries.map((): Milestone | undefined => undefined);
  for (const milestone of inOrder) {
    const candidates = claims.filter(
      (claim) => claim.milestone === milestone && assigned[claim.index] === undefined && !isLateSign(claim, declared),
    );
    const best = candidates.reduce((most, { strength }) => Math.max(most, rank(milestone, strength)), 0);
    const [chosen] = candidates
      .filter(({ strength }) => rank(milestone, strength) === best)
      .toSorted((a, b) => (firstCounts.has(milestone) ? a.at - b.at : b.at - a.at));
    if (chosen) assigned[chosen.index] = milestone;
  }
  return assigned;
}

/** How many entries may stand before somebody notices, where the words say no more than that; later it is a finding. */
const beforeNoticed = 4;
/** How many may stand before an alert or a report; one that comes later is of something else. */
const beforeAlert = 15;

/** Whether words come too late to tell of the detection: nobody declares an incident before noticing it. */
function isLateSign(
  { milestone, strength, index, at }: { milestone: Milestone; strength: Strength; index: number; at: number },
  declared: number,
): boolean {
  if (milestone !== 'detected' || strength === 3) return false;
  return at > declared || index > (strength === 0 ? beforeNoticed : beforeAlert);
}

/** Whoever notices first detects, in whatever words; only a label outweighs that. */
function rank(milestone: Milestone, strength: Strength): number {
  return milestone === 'detected' && strength < 3 ? 1 : strength;
}

/** When each milestone was reached, in ms since 1970 UTC. The impact started at the latest when somebody noticed it. */
export function timesReached(entries: readonly TimelineEntry[]): Timeline['reached'] {
  const reached: Partial<Record<Milestone, number>> = {};
  const take = (milestone: Milestone, at: number): void => {
    const known = reached[milestone] ?? at;
    reached[milestone] = firstCounts.has(milestone) ? Math.min(known, at) : Math.max(known, at);
  };
  for (const { milestone, at } of entries) {
    if (milestone === undefined || at === undefined) continue;
    take(milestone, at);
    if (milestone === 'detected') take('impact-started', at);
  }
  return reached;
}

/** When a milestone was reached, in ms since 1970 UTC; undefined where no entry with a known time says so. */
export function milestoneTime({ reached }: Timeline, milestone: Milestone): number | undefined {
  return reached[milestone];
}

/** The entry that stands for a milestone. */
export function milestoneEntry(timeline: Timeline, milestone: Milestone): TimelineEntry | undefined {
  const time = milestoneTime(timeline, milestone);
  return timeline.entries.find((entry) => entry.milestone === milestone && (time === undefined || entry.at === time));
}

/** How long an incident lasted: from the start of its impact to its resolution, whenever it was closed (S1). */
export interface IncidentDuration {
  readonly minutes: number;
  /** In ms since 1970 UTC. */
  readonly from: number;
  readonly to: number;
}

/** Undefined where the timeline does not say both ends, or says them in the wrong order. */
export function incidentDuration(timeline: Timeline): IncidentDuration | undefined {
  const from = milestoneTime(timeline, 'impact-started');
  const to = milestoneTime(timeline, 'resolved');
  if (from === undefined || to === undefined || to < from) return undefined;
  return { minutes: (to - from) / 60_000, from, to };
}
