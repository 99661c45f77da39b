import { readDuration, type StatedDuration } from './values/duration.ts';
import { inFigures, numberWords } from './values/numerals.ts';

/** How long a sentence says that the incident lasted. */
export interface OutageLength {
  readonly index: number;
  readonly length: number;
  readonly stated: StatedDuration;
  /** True for "checkout was down for two hours", which may be a part of the incident alone. */
  readonly ofPart: boolean;
  /** Set for "more than two hours", which more fulfils too, and for "less than two hours". */
  readonly bound: 'least' | 'most' | undefined;
}

const number = `(?:\\d+(?:[.,]\\d+)?|half an?|an?|${numberWords})`;
const unit = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|h|m)';
const rounding =
  '(?:just )?(?:about|around|approximately|approx\\.?|roughly|circa|nearly|almost|over|under|more than|less than|at least|up to|some|~)';
const time = `(?:${rounding} ?)?${number}[ -]?${unit}\\b(?: and a half\\b|,? (?:and )?\\d+ ?(?:minutes?|mins?|m)\\b)?`;
const outage =
  '(?:outage|incident|disruption|degradation|downtime|interruption|unavailability|impact|issue|problem|slowdown)';
/** Without one of these no length of time is stated, which is told at once: "5 minutes", "an hour", "two-hour". */
const hint = new RegExp(`${unit}\\b(?<=(?:\\d|\\ban?|${numberWords})[ -]?${unit})`, 'i');
/** Of which outage: one of the past has a timeline of its own. */
const ofThis = '(?:the|this|our) (?!(?:previous|earlier|prior|last|first|second|third|other|same) )(?:[\\w-]+ ){0,2}?';
/** What a length may go on with that makes it another one: "lasted 5 minutes longer", "for 2 hours after the fix". */
const elsewhere = '(?! (?:longer|more|less|each|per|after|at a time)\\b)';

const wholes = new RegExp(
  `\\b(?:${ofThis}${outage}|an? (?:[\\w-]+ )?(?:outage|incident|disruption)),? (?:(?:that |which )?(?:has |had )?(?:lasted|persisted|continued|went on)|lasting)(?: for)?(?: a total of)? (${time})${elsewhere}`,
  'gi',
);
const parts: readonly RegExp[] = [
  `\\b(?:was|were|went) (?:(?:completely|fully|totally|entirely) )?(?:down|unavailable|unreachable|offline|inaccessible) for (?:a total of )?(${time})${elsewhere}`,
  `\\b(?:an?|the|this|our) (?:total )?((?:${rounding} ?)?${number}[ -]${unit})[ -](?:long )?(?:(?!planned|scheduled)[a-z]+ )?${outage}\\b`,
].map((pattern) => new RegExp(pattern, 'gi'));
/** What was only feared or spared. */
const imagined = /\b(?:would|could|might|may|can|will|should|if|instead of|avoid\w*|prevent\w*)\b[^.!?]*$/i;

/** Whether some words state a length of time at all: cheap to ask. */
export function mayStateLength(words: string): boolean {
  return hint.test(words);
}

/** The lengths of the incident that some words state. */
export function outageLengths(words: string): readonly OutageLength[] {
  if (!mayStateLength(words)) return [];
  return [...found(words, wholes, false), ...parts.flatMap((pattern) => found(words, pattern, true))];
}

function found(words: string, pattern: RegExp, ofPart: boolean): OutageLength[] {
  return [...words.matchAll(pattern)].flatMap(({ index, 0: whole, 1: length = '' }): OutageLength[] => {
    const stated = readDuration(
      inFigures(
        length
          .replace(/^just /i, '')
          .replace(/^(?:some|at least) /i, 'about ')
          .replaceAll('-', ' '),
      ),
    );
    if (!stated || imagined.test(words.slice(0, index))) return [];
    return [{ index, length: whole.length, stated, ofPart, bound: boundOf(length) }];
  });
}

function boundOf(words: string): OutageLength['bound'] {
  if (/^(?:just )?over\b|^more than\b|^at least\b/i.test(words)) return 'least';
  return /^(?:just )?under\b|^less than\b|^up to\b/i.test(words) ? 'most' : undefined;
}
