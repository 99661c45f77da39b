import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { byFrequency, mostFrequent } from './frequency.ts';
import type { Specimen } from './specimen.ts';

/** How documents write the entries of their timelines. */
export interface LearnedTimeline {
  /** `HH:MM`, `YYYY-MM-DD HH:MM UTC`. */
  readonly stamp: string;
  /** What stands before the stamp: `- **`, `### `; for a table nothing. */
  readonly before: string;
  /** What stands behind it, up to the entry's words: `** - `. */
  readonly after: string;
  readonly form: TimelineEntry['form'];
  /** What stands before the stamps where they come last: `First detected`, in the usual order. */
  readonly labels: readonly string[];
  /** The words of the header that introduce the entries, where no section holds them: `**Key events**`. */
  readonly introduction: string | undefined;
  /** The sentence above the entries that names their zone, where many have one. */
  readonly sentence: string | undefined;
}

/** A sentence that so many of the documents have is part of their form. */
const many = 0.25;

/** The form that most of the entries have; undefined where no document has any. */
export function learnTimeline(specimens: readonly Specimen[]): LearnedTimeline | undefined {
  const forms = specimens.flatMap(({ text, timeline }) =>
    timeline && timeline.entries.length > 0 ? [mostFrequent(timeline.entries.map((entry) => formOf(entry, text)))] : [],
  );
  const form = mostFrequent(forms.filter((other) => other !== undefined));
  if (form === undefined) return undefined;
  const written: Pick<LearnedTimeline, 'stamp' | 'before' | 'after' | 'form'> = JSON.parse(form);
  return {
    ...written,
    labels: labelsBefore(specimens),
    introduction: introductionOf(specimens),
    sentence: zoneSentence(specimens),
  };
}

/** As a text, so that equal ones can be counted. */
function formOf({ span, stamp, textSpan, form }: TimelineEntry, text: string): string {
  const before = text.slice(span.start, stamp.span.start);
  const behind = text.slice(stamp.span.end, Math.max(stamp.span.end, textSpan.start));
  const zone = stamp.zone && text.slice(stamp.span.start, stamp.span.end).trim().endsWith(stamp.zone.name);
  const words = [
    ...(stamp.date ? ['YYYY-MM-DD'] : []),
    ...(stamp.time ? ['HH:MM'] : []),
    ...(zone && stamp.zone ? [stamp.zone.name] : []),
  ];
  const parts = { stamp: words.join(' ') || 'HH:MM', ...marksOf(form, before, behind), form };
  return JSON.stringify(parts);
}

/** The marks around a stamp; those that make no sense by themselves give way to plain ones. */
function marksOf(form: TimelineEntry['form'], before: string, behind: string): { before: string; after: string } {
  if (form === 'table-row') return { before: '', after: '' };
  if (form === 'heading') return { before: /^#{2,6} $/.test(before) ? before : '### ', after: '' };
  const bullet = form === 'bullet' ? '- ' : '';
  const mark = /^(?:[-*+]\s+)?(\*\*|__|\[|)$/.exec(before)?.[1];
  const after = /^(\*\*|__|\]|)(\s?[-–—:|]\s?|\s)(\*\*)?$/.exec(behind.replace(/\s+/g, ' '));
  if (mark === undefined || !after) return { before: `${bullet}**`, after: '** - ' };
  return { before: bullet + mark, after: after[0].replace(/\s*$/, ' ') };
}

function zoneSentence(specimens: readonly Specimen[]): string | undefined {
  const sentences = specimens.flatMap(
    ({ text }) =>
      /^[ \t]*((?:\*\*|_|\()?all times(?: are)?(?: in| given in)? [^\n]{2,50})$/im.exec(text)?.[1]?.trim() ?? [],
  );
  return sentences.length >= specimens.length * many ? mostFrequent(sentences) : undefined;
}

/** `- First detected: 2023-07-25 14:05`: the labels that many documents have, by their usual place. */
function labelsBefore(specimens: readonly Specimen[]): readonly string[] {
  const places = specimens.flatMap(({ text, timeline }) => {
    const labels = (timeline?.entries ?? []).map(
      ({ span, stamp }) =>
        /^[-*+]\s+([A-Z][\w ]{2,40}?):?\s+$/.exec(text.slice(span.start, stamp.span.start))?.[1] ?? '',
    );
    return labels.flatMap((label, place) =>
      label !== '' && labels.indexOf(label) === place ? [{ label, place }] : [],
    );
  });
  const shared = byFrequency(places.map(({ label }) => label)).filter(([, count]) => count >= specimens.length * many);
  const placeOf = (label: string): number => {
    const own = places.filter((other) => other.label === label);
    return own.reduce((sum, { place }) => sum + place, 0) / own.length;
  };
  return shared.length < 2 ? [] : shared.map(([label]) => label).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What most of the documents have right before their entries, where these stand before the first section. */
function introductionOf(specimens: readonly Specimen[]): string | undefined {
  const lines = specimens.flatMap(({ text, timeline, outline }) => {
    if (!timeline || timeline.anchor.start >= outline.headerSpan.end) return [];
    const line =
      text
        .slice(text.lastIndexOf('\n', timeline.anchor.start) + 1)
        .split('\n', 1)[0]
        ?.trim() ?? '';
    return /^(?:[-*+]\s+)?(?:\*\*|__)[A-Z][\w ]{2,30}:?(?:\*\*|__):?$/.test(line) ? [line] : [];
  });
  return lines.length >= specimens.length / 2 ? mostFrequent(lines) : undefined;
}
