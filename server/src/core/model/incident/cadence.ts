import { formatDuration } from '../values/duration.ts';

/** How often stakeholders hear, from minutes: `every hour`, `every 30 minutes`. */
export function cadenceInWords(minutes: number): string {
  return `every ${formatDuration(minutes).replace(/^1 (?=[a-z]+$)/, '')}`;
}
