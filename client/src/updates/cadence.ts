/** When stakeholders hear next of an incident, seen from a moment. */
export interface Cadence {
  /** Whole minutes since the incident began; undefined where nobody knows. */
  readonly elapsed: number | undefined;
  /** Minutes to the next update; 0 and less once it is due, undefined where none is promised. */
  readonly untilUpdate: number | undefined;
}

const minuteMs = 60_000;

/** The moments are ISO 8601, `now` in ms since 1970 UTC; it is asked anew each time, so a clock that is set does no harm. */
export function cadenceAt(
  { startedAt, nextUpdateAt }: { readonly startedAt?: string; readonly nextUpdateAt?: string },
  now: number,
): Cadence {
  const elapsed = startedAt === undefined ? undefined : Math.floor((now - Date.parse(startedAt)) / minuteMs);
  const untilUpdate = nextUpdateAt === undefined ? undefined : Math.ceil((Date.parse(nextUpdateAt) - now) / minuteMs);
  return { elapsed: elapsed === undefined || elapsed < 0 ? undefined : elapsed, untilUpdate };
}

/** `SEV-2 · 1 h 12 min · update in 18 min` */
export function statusText(severity: string | undefined, { elapsed, untilUpdate }: Cadence): string {
  return [
    severity ?? 'Incident',
    ...(elapsed === undefined ? [] : [inWords(elapsed)]),
    ...(untilUpdate === undefined ? [] : [updateText(untilUpdate)]),
  ].join(' · ');
}

/** `update in 18 min`, `update due`, `update 5 min late` */
export function updateText(minutes: number): string {
  if (minutes > 0) return `update in ${inWords(minutes)}`;
  return minutes > -1 ? 'update due' : `update ${inWords(-minutes)} late`;
}

/** `45 min`, `1 h 12 min`, `2 d 3 h` */
export function inWords(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
