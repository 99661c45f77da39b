import type { StatedZone } from './timeline.ts';

/** Abbreviations that several countries use: the offset that each means by it, and the names of its places and zones. */
const meanings: ReadonlyMap<string, readonly (readonly [offset: string, places: RegExp])[]> = new Map([
  [
    'IST',
    [
      ['+05:30', /\bindia\b|indian st|kolkata|calcutta/i],
      ['+01:00', /ireland|irish|dublin/i],
      ['+02:00', /israel|tel.aviv|jerusalem/i],
    ],
  ],
  [
    'CST',
    [
      ['-06:00', /\bu\.?s\b|central|chicago|america|canada/i],
      ['+08:00', /china|chinese|beijing|shanghai|taipei/i],
    ],
  ],
  [
    'BST',
    [
      ['+01:00', /british|\buk\b|london/i],
      ['+06:00', /bangladesh|dhaka/i],
    ],
  ],
]);

/** How far behind an abbreviation it is looked for what it means: "IST (Indian Standard Time)". */
export const longestPlace = 20;

/** The offset that a country's name right behind an abbreviation gives it: `IST (India)`. */
export function meantBy(name: string, behind: string): string | undefined {
  const place = /^\s?[(/,]\s?[\p{L}. ]+/u.exec(behind)?.[0];
  return place && offsetOf(name, place);
}

/** A zone as a team means it: an abbreviation of several countries as the team's own clock has it, "local time" as that clock. */
export function zoneOfTeam(zone: StatedZone, team: string): StatedZone {
  if (zone.isCertain || team === 'UTC') return zone;
  if (/^local time$/i.test(zone.name)) return { ...zone, id: team, isCertain: true };
  const id = offsetOf(zone.name, team);
  return id === undefined ? zone : { ...zone, id, isCertain: true };
}

function offsetOf(name: string, place: string): string | undefined {
  return meanings.get(name.toUpperCase())?.find(([, places]) => places.test(place))?.[0];
}
