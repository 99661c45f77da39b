import type { Span } from '../../text/span.ts';
import { trimmed } from '../../text/slice.ts';
import type { PlacedStamp } from './sighting.ts';
import { stampAt } from './stamp.ts';

/** A stamp that stands behind the words: `First detected: 2023-07-25 14:05`. */
export interface LabelledStamp {
  readonly label: Span;
  readonly stamp: PlacedStamp;
  /** What follows the stamp: `**Detected:** 14:05, by a customer`; undefined where nothing does. */
  readonly remark: Span | undefined;
  /** `**Detection** (14:05): alert fired` */
  readonly bracketed: boolean;
}

/** A line longer than this is prose that mentions a time. */
const longestLine = 240;
const longestLabel = 110;
const longestEventLabel = 40;
const start =
  /(?<=[\s(*_`@~[–—-]|\D:)(?=\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\.?,? |-\d))/g;
const joint = /(?:\s|[:*_`(@[~–—-]|\b(?:at|on|by|since|from|around|approx\.?|was|about|am|um|le|el|em|~)(?=\s|$))+$/i;
const closing = /^[\s.)\]*_`;,]*(?:\([^()]{0,80}\)[\s.*_`]*)?$/;
const behindBracket = /^\)\s?(?:\*\*|__)?\s?(?::|[-–—](?=\s))\s*/;
/** A sentence that mentions several moments is no label. */
const anotherTime = /\d:\d\d|[.!?]\s+\p{Lu}/u;
/** Labels whose value is a length of time, a date of the document or a remark. */
const notAnEvent =
  /\b(?:duration|time to|windows?|period|length|author|owner|review|meeting|due|updated|created on|version|time ?zones?|tt[admr]|mtt[admr]|total|elapsed|downtime|delay|dauer|durée|duración|duração)\b|^\W*(?:date|datum|fecha|data|note|nb|see|ref|links?|pr|cause|status|when|incident (?:date|window))\b/i;

/**
 * Words with a stamp behind them, in one line. `remarks` allows words behind the stamp, for labels that are known to name
 * an event.
 */
export function labelledStampAt(text: string, line: Span, remarks: boolean): LabelledStamp | undefined {
  if (line.end - line.start > longestLine && !remarks) return undefined;
  const words = text.slice(line.start, Math.min(line.end, line.start + longestLine));
  for (const { index } of words.matchAll(start)) {
    const before = words.slice(0, index);
    const label = before.replace(joint, '');
    if (label.length > (remarks ? longestEventLabel : longestLabel)) return undefined;
    if (label.length === before.length || !/\p{L}{2}/u.test(label) || notAnEvent.test(label)) continue;
    if (anotherTime.test(label)) return undefined;
    const at = line.start + index;
    const stamp = stampAt(text, { start: at, end: line.end }, { packed: false, alone: true });
    if (!stamp || (stamp.date === undefined && stamp.clock === undefined) || stamp.date?.short) continue;
    const rest = text.slice(stamp.textStart, line.end);
    const alone = closing.test(rest);
    const bracket = before.endsWith('(') ? behindBracket.exec(rest)?.[0] : undefined;
    if (!alone && !(remarks && (bracket !== undefined || /[:*]\s*$/.test(before)))) continue;
    return {
      label: trimmed(text, {
        start: line.start + (/^(?:\*\*|__|[*_`\s])*/.exec(label)?.[0].length ?? 0),
        end: line.start + label.length,
      }),
      stamp,
      remark: alone ? undefined : trimmed(text, { start: stamp.textStart + (bracket?.length ?? 0), end: line.end }),
      bracketed: bracket !== undefined,
    };
  }
  return undefined;
}
