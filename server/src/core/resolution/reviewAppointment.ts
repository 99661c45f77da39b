import type { Configuration } from '../configuration/configuration.ts';
import type { IncidentDocument } from '../model/document.ts';
import { incidentSeverity } from '../model/incident/live.ts';
import { fileNameOf } from '../text/path.ts';
import { calendarFile } from './calendar.ts';
import { reviewAttendees, reviewTime } from './review.ts';

/** How long a review takes, in minutes: an hour is what most calendars give. */
const length = 60;

/** When the postmortem of an incident is reviewed, in ms since 1970 UTC, and the file that calendars open. */
export interface ReviewAppointment {
  readonly at: number;
  readonly ics: string;
}

/** The review of an incident that has ended, with whom the team invites; both moments are in ms since 1970 UTC. */
export function reviewAppointment(
  document: IncidentDocument,
  configuration: Configuration,
  resolvedAt: number,
  now: number,
): ReviewAppointment {
  const at = reviewTime(configuration, resolvedAt);
  const title = document.title?.subject ?? fileNameOf(document.path);
  const severity = incidentSeverity(document, configuration.severities)?.name;
  const ics = calendarFile({
    id: `${encodeURIComponent(fileNameOf(document.path))}@incident-docs`,
    title: `Postmortem review: ${title}`,
    description: `${severity === undefined ? '' : `${severity}. `}Resolved ${new Date(resolvedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC. Incident document: ${fileNameOf(document.path)}`,
    from: at,
    duration: length,
    attendees: reviewAttendees(document, configuration),
    writtenAt: now,
  });
  return { at, ics };
}
