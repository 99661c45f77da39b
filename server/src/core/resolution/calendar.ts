import type { Attendee } from './review.ts';

/** An appointment. */
export interface Appointment {
  /** Tells it from every other one, and stays the same when it is written again. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** In ms since 1970 UTC. */
  readonly from: number;
  /** In minutes. */
  readonly duration: number;
  readonly attendees: readonly Attendee[];
  /** When it was written, in ms since 1970 UTC. */
  readonly writtenAt: number;
}

/** An appointment as a file that calendars open (iCalendar, RFC 5545). */
export function calendarFile(appointment: Appointment): string {
  const { id, title, description, from, duration, attendees, writtenAt } = appointment;
  const nameless = attendees.filter(({ email }) => email === undefined).map(({ name }) => name);
  const words = nameless.length === 0 ? description : `${description}\nAlso invited: ${nameless.join(', ')}`;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Incident Docs//Review//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${moment(writtenAt)}`,
    `DTSTART:${moment(from)}`,
    `DTEND:${moment(from + duration * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(words)}`,
    ...attendees.flatMap(({ name, email }) =>
      email === undefined ? [] : [`ATTENDEE;CN="${parameter(name)}";ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:${email}`],
    ),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** `20240117T100000Z` */
function moment(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** A parameter's value can hold neither quotes nor controls. */
function parameter(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/\p{Cc}/gu, ' ');
}

/** A line has at most 75 bytes; what is more goes on in the next, behind a blank. Characters are not cut in two. */
function folded(line: string): string {
  const most = 75;
  let length = 0;
  let written = '';
  for (const character of line) {
    const size = bytes(character);
    if (length + size > most) {
      written += '\r\n ';
      length = 1;
    }
    written += character;
    length += size;
  }
  return written;
}

/** How many bytes a character has in UTF-8. */
function bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
