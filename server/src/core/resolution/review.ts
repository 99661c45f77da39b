import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../configuration/configuration.ts';
import { weekdays } from '../configuration/written/calendar.ts';
import type { IncidentDocument } from '../model/document.ts';
import { personKey, rolePlaces } from '../model/incident/roles.ts';

/** Somebody who is invited. */
export interface Attendee {
  readonly name: string;
  /** Undefined where the configuration has no address of theirs. */
  readonly email: string | undefined;
}

/** At which hour of the team's own clock a review begins: nobody is invited for the night. */
const hour = 10;

/**
 * When the postmortem of an incident is reviewed: so many days after its end as the team has settled (S1: two), on a day on
 * which it works, in the morning by its own clock. Both moments are in ms since 1970 UTC.
 */
export function reviewTime({ review, timezone }: Configuration, resolvedAt: number): number {
  const works = (day: Temporal.PlainDate): boolean => {
    const name = weekdays[day.dayOfWeek - 1];
    return review.workingDays.length === 0 || (name !== undefined && review.workingDays.includes(name));
  };
  let day = Temporal.Instant.fromEpochMilliseconds(resolvedAt)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .add({ days: review.daysAfter });
  while (!works(day)) day = day.add({ days: 1 });
  return day.toPlainDateTime({ hour }).toZonedDateTime(timezone).epochMilliseconds;
}

/** Who is invited to the review: whoever held a role, the leads, and whom else the team has settled, each once. */
export function reviewAttendees(document: IncidentDocument, configuration: Configuration): readonly Attendee[] {
  const { review, people, roles } = configuration;
  const places = rolePlaces(
    document,
    roles.map(({ name }) => name),
  );
  const holding = (role?: string): readonly string[] =>
    places
      .filter((place) => role === undefined || place.role === role)
      .flatMap(({ holder }) => holder?.split(/\s*(?:,|;|&|\band\b)\s*/) ?? [])
      .filter((name) => name !== '');
  const invited = review.attendees.flatMap((attendee): readonly string[] => {
    if (attendee === 'responders') return holding();
    if (roles.some(({ name }) => name === attendee)) return holding(attendee);
    return [attendee === 'leads' ? 'Engineering leads' : attendee];
  });
  const found = invited.map((words): Attendee => {
    const known = [...people].find(([id, { name, email }]) =>
      [id, name, email].some((each) => each !== undefined && personKey(each) === personKey(words)),
    );
    if (known) return { name: known[1].name ?? known[0], email: known[1].email };
    return { name: words.replace(/^@/, ''), email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words) ? words : undefined };
  });
  return [...new Map(found.map((attendee) => [personKey(attendee.email ?? attendee.name), attendee])).values()];
}
