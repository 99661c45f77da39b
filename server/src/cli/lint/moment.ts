import { Temporal } from 'temporal-polyfill';

/**
 * The moment that an ISO 8601 date or date-time names, in ms since 1970 UTC; UTC where it states no zone, the start of the
 * day where it states no time. Undefined for what is none.
 */
export function readMoment(iso: string): number | undefined {
  try {
    if (/[T ].*(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(iso)) return Temporal.Instant.from(iso).epochMilliseconds;
    return Temporal.PlainDateTime.from(iso).toZonedDateTime('UTC').epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
