/** The clock that "overdue" and "future" go by. It notes for how long what it was asked keeps its answer. */
export interface Clock {
  /** In ms since 1970 UTC. What is made of the bare number holds for this one moment: the questions below hold longer. */
  readonly now: number;
  /** Whether a moment, in ms since 1970 UTC, is reached. */
  hasCome(moment: number): boolean;
  /** How many whole days have passed since a moment in ms since 1970 UTC; negative before it. */
  daysSince(moment: number): number;
  /** The day in UTC: `2024-01-18`. */
  today(): string;
  /** Whether a day in UTC, `2024-01-18`, is over. */
  isOver(day: string): boolean;
  /** When all answers so far would be the same. */
  readonly answersHold: Period;
}

/** Moments in ms since 1970 UTC, the last one not included. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** At whatever time. */
export const always: Period = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const dayMs = 86_400_000;

/** Whether a moment lies in a period. */
export function isWithin({ from, until }: Period, moment: number): boolean {
  return from <= moment && moment < until;
}

/** When both of two periods are. */
export function overlapOf(a: Period, b: Period): Period {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

/** A clock that stands at a moment, in ms since 1970 UTC. */
export function clockAt(now: number): Clock {
  let answersHold = always;
  const narrow = (from: number, until: number): void => {
    answersHold = overlapOf(answersHold, { from, until });
  };
  const daysSince = (moment: number): number => {
    const days = Math.floor((now - moment) / dayMs);
    narrow(moment + days * dayMs, moment + (days + 1) * dayMs);
    return days;
  };
  const hasCome = (moment: number): boolean => {
    if (now >= moment) narrow(moment, Number.POSITIVE_INFINITY);
    else narrow(Number.NEGATIVE_INFINITY, moment);
    return now >= moment;
  };
  return {
    get now() {
      narrow(now, now + 1);
      return now;
    },
    hasCome,
    daysSince,
    today: () => new Date(daysSince(0) * dayMs).toISOString().slice(0, 10),
    isOver: (day) => hasCome(Date.parse(day) + dayMs),
    get answersHold() {
      return answersHold;
    },
  };
}
