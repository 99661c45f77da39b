import type { DayShift } from './sighting.ts';

const dayName =
  /^[\s*_`([]*(?:day\s(?<number>\d{1,2})|(?:the )?(?<next>next|following) (?:day|morning)|(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:morning|afternoon|evening|night))?)[\s*_`)\]:.,–—-]*$/i;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day that words by themselves name without a date: `Day 2`, `**Next day**`, `Tuesday:`; undefined for other words. */
export function dayNamed(words: string): DayShift | undefined {
  const groups = words.length > 40 ? undefined : dayName.exec(words)?.groups;
  if (!groups) return undefined;
  if (groups['number'] !== undefined) return { from: 'first', days: Number(groups['number']) - 1 };
  if (groups['next'] !== undefined) return { from: 'above', days: 1 };
  return { from: 'above', weekday: weekdays.indexOf((groups['weekday'] ?? '').toLowerCase()) };
}
