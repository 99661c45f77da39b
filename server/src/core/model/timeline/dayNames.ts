import { weekdayName, weekdayNumber } from './calendarNames.ts';
import type { DayShift } from './sighting.ts';

const dayName = new RegExp(
  `^[\\s*_\`([]*(?:(?:day|tag|jour|d[ií]a)\\s(?<number>\\d{1,2})|(?<next>(?:the )?(?:next|following) (?:day|morning)|(?:am )?nächste[nr] (?:tag|morgen)|(?:le )?lendemain|(?:al )?día siguiente|(?:no )?dia seguinte)|(?<weekday>${weekdayName})(?: (?:morning|afternoon|evening|night))?)[\\s*_\`)\\]:.,–—-]*$`,
  'i',
);

/** The day that words by themselves name without a date: `Day 2`, `**Next day**`, `Dienstag:`; undefined for other words. */
export function dayNamed(words: string): DayShift | undefined {
  const groups = words.length > 40 ? undefined : dayName.exec(words)?.groups;
  if (!groups) return undefined;
  if (groups['number'] !== undefined) return { from: 'first', days: Number(groups['number']) - 1 };
  if (groups['next'] !== undefined) return { from: 'above', days: 1 };
  return { from: 'above', weekday: weekdayNumber(groups['weekday'] ?? '') ?? 0 };
}
