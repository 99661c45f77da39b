import type { Span } from '../../text/span.ts';
import { trimmed } from '../../text/slice.ts';
import type { WrittenStamp } from './stamp.ts';
import { nothing } from './writtenMoment.ts';

/** `Same day — the build ran`: the day of the entry above, and no time. */
const lead =
  /^[\s*_`([]*((?:(?:on )?the )?same day|am selben tag|le même jour|(?:el )?mismo día|(?:no )?mesmo dia|同日|当日)(?!\p{L})[\s*_`)\]]*[:,–—-]+[\s*_`]*/iu;

/** A stamp that names the day of the entry above, and the words behind it; undefined for other words. */
export function sameDayAt(
  text: string,
  words: Span,
): { readonly stamp: WrittenStamp; readonly text: Span } | undefined {
  const match = lead.exec(text.slice(words.start, words.end));
  if (!match) return undefined;
  const start = words.start + match[0].toLowerCase().indexOf((match[1] ?? '').toLowerCase());
  const textStart = words.start + match[0].length;
  return {
    stamp: {
      ...nothing,
      span: { start, end: start + (match[1]?.length ?? 0) },
      date: undefined,
      offset: undefined,
      counted: undefined,
      daysLater: undefined,
      textStart,
      separated: true,
    },
    text: trimmed(text, { start: textStart, end: words.end }),
  };
}
