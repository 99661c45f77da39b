import type { Outline, Section } from '../../parse/outline.ts';
import { contains, type Span } from '../../text/span.ts';
import { placedReadings, placedSightings, type ReadingSource } from './placedReadings.ts';
import type { LinesPlace, Place } from './places.ts';

/** A part of the document in which entries of the timeline stand. */
export interface Region {
  /** The heading or label that introduces it; the first entry where none does. */
  readonly anchor: Span;
  readonly places: readonly Place[];
  /** Where its places stand. */
  readonly span: Span;
}

const name =
  "(?:(?:incident|event|follow[- ]?up|recovery|post[- ]incident|investigation|mitigation|communications?|disclosure|attack|exploit|detailed|full|rough|brief|short|high[- ]level|overall|outage|the|our|response|key|complete|abridged|summary|approximate|actual) )*(?:time[- ]?lines?(?: (?:of|for) [\\w' ,-]{1,50})?|chain of events|(?:sequence|series|order|log|list|history|summary|overview) of (?:the )?(?:key |main |major )?events|(?:key|main|major|important) (?:events|moments|milestones|dates)|chronology(?: of events)?|chronological (?:log|events|order|account)|(?:event|incident|activity|response) log|chronologie|cronolog[ií]a|zeitverlauf|zeitleiste|zeitlicher (?:ab|ver)lauf|tijdlijn|tidslinje|l[ií]nea de tiempo|linha do tempo|what happened,? when|events?)";
const qualifier = '(?:\\s*[([{:,/|–—-].{0,120}|\\s+(?:\\(|all times|in |utc|pst|pdt|cet|est|edt|gmt|ist).{0,120})?';
const named = new RegExp(`^(?:\\d+(?:\\.\\d+)*[.)]?\\s+)?${name}${qualifier}$`, 'i');
const labelNamed = new RegExp(`^\\W{0,4}${name}(?:\\s*\\([^()]{0,60}\\))?\\s*(?::\\W*|\\W*)$`, 'i');
const labelLine = /^(?:\*\*|__)[^*_]{2,60}(?:\*\*|__)\s*:?|^[A-Z][\w /&'-]{1,50}:\s*$/;

/** Whether a heading's words name a timeline: `Timeline (UTC)`, `3. Chain of events`, `Incident timeline - all times in PST`. */
export function namesTimeline(heading: string): boolean {
  const plain = heading
    .replace(/[\p{Extended_Pictographic}\uFE0F]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= 200 && named.test(plain);
}

/** A further timeline beside the one that the template knows: `Follow-up timeline`. */
function isFurther({ heading }: Section): boolean {
  return /time[- ]?line/i.test(heading.text) && namesTimeline(heading.text);
}

/**
 * The parts of a document that tell its timeline: the sections that the caller knows as timelines, else those whose heading
 * says so, and the lists below such a label. With `unnamed` also runs of entries that nothing names.
 */
export function findRegions(
  outline: Outline,
  source: ReadingSource,
  places: readonly Place[],
  sections: readonly Section[],
  unnamed: boolean,
): Region[] {
  const known =
    sections.length > 0
      ? outline.allSections.filter((section) => sections.includes(section) || isFurther(section))
      : outline.allSections.filter(({ heading }) => namesTimeline(heading.text));
  const outer = known.filter(
    (section) => !known.some((other) => other !== section && contains(other.span, section.span)),
  );
  const regions = outer.map((section) => sectionRegion(section, places, source));
  if (regions.some((region) => holdsEntries(region, source))) return regions;
  const labelled = labelRegions(places, source);
  const runs = unnamed ? runRegions(places, labelled, source) : [];
  const found = [...labelled, ...runs].filter((region) => holdsEntries(region, source));
  return found.length > 0 ? found.toSorted((a, b) => a.span.start - b.span.start) : [...regions, ...labelled];
}

/** The section and the headings right behind it that are stamps, whatever their level: `## Feb 21, 13:00`. */
function sectionRegion(section: Section, places: readonly Place[], source: ReadingSource): Region {
  let end = section.span.end;
  for (const place of places) {
    if (place.form !== 'heading' || place.span.start < end) continue;
    if (!isStamped(place, source)) break;
    end = place.section.span.end;
  }
  const span = { start: section.heading.span.end, end };
  return { anchor: section.heading.span, span, places: places.filter((place) => contains(span, place.span)) };
}

function isStamped(place: Place, source: ReadingSource): boolean {
  return place.form !== 'table' && placedReadings(place, source, false)[0]?.stamp !== undefined;
}

function timedEntries(place: Place, source: ReadingSource): number {
  if (place.form === 'table') return placedSightings(place, source).clocks;
  return placedReadings(place, source, false).filter(({ stamp, sentence }) => stamp?.clock && !sentence).length;
}

function holdsEntries(region: Region, source: ReadingSource): boolean {
  return region.places.some((place) =>
    place.form === 'table'
      ? placedSightings(place, source).sightings.some(({ kind }) => kind === 'entry')
      : placedReadings(place, source, false).some(({ stamp, labelled, misread }) => stamp ?? labelled ?? misread),
  );
}

/** `**Key events**` with nested bullets; `Timeline:` with a list, lines or a table behind it. */
function labelRegions(places: readonly Place[], source: ReadingSource): Region[] {
  const regions: Region[] = [];
  for (const [index, place] of places.entries()) {
    if (place.form !== 'bullet' && place.form !== 'paragraph') continue;
    const [first] = place.lines;
    if (!first || first.end - first.start > 90 || !labelNamed.test(source.text.slice(first.start, first.end))) continue;
    const last = regions.at(-1);
    const region =
      last && contains(last.span, place.span) ? undefined : labelRegion(place, first, places, index, source);
    if (region) regions.push(region);
  }
  return regions;
}

function labelRegion(
  place: LinesPlace,
  label: Span,
  places: readonly Place[],
  index: number,
  source: ReadingSource,
): Region | undefined {
  const inside: Place[] = withoutFirstLine(place);
  let nested = false;
  for (let next = index + 1; next < places.length; next++) {
    const other = places[next];
    if (!other) break;
    const within = contains(place.span, other.span);
    if (within) nested = true;
    else if (nested || endsLabel(other, place, source)) break;
    inside.push(other);
  }
  const last = inside.at(-1);
  return last && { anchor: label, places: inside, span: { start: label.end, end: Math.max(last.span.end, label.end) } };
}

const detached = { node: undefined, at: 0 };

/** The lines of the label's own paragraph that follow the label. */
function withoutFirstLine(place: LinesPlace): LinesPlace[] {
  const [, next, ...more] = place.lines;
  if (!next) return [];
  const span = { start: next.start, end: place.words.end };
  const lines = [next, ...more];
  return [
    { ...place, form: 'paragraph', span, lines, rest: undefined, list: undefined, words: span, ...detached, spans: [] },
  ];
}

function endsLabel(other: Place, label: LinesPlace, source: ReadingSource): boolean {
  if (other.form === 'heading') return !isStamped(other, source);
  if (other.form === 'table') return false;
  const [first] = other.lines;
  if (!first || isStamped(other, source)) return false;
  const isLabel = labelLine.test(source.text.slice(first.start, Math.min(first.end, first.start + 120)));
  return isLabel && (other.form === 'paragraph' || (label.form === 'bullet' && other.depth <= label.depth));
}

/** Runs of at least three entries with a time, with little else between them and no heading or label. */
function runRegions(places: readonly Place[], taken: readonly Region[], source: ReadingSource): Region[] {
  const regions: Region[] = [];
  const used = new Set(taken.flatMap((region) => region.places));
  let run: Place[] = [];
  let entries = 0;
  let others = 0;
  const close = (): void => {
    let last = run.at(-1);
    while (last && timedEntries(last, source) === 0) {
      run.pop();
      last = run.at(-1);
    }
    const [first] = run;
    if (first && last && entries >= 3 && entries >= others) {
      const span = { start: first.span.start, end: Math.max(last.span.end, first.span.end) };
      regions.push({ anchor: { start: first.span.start, end: first.span.start }, places: run, span });
    }
    run = [];
    entries = 0;
    others = 0;
  };
  let quiet = 0;
  for (const place of places) {
    if (used.has(place)) {
      close();
      continue;
    }
    const found = timedEntries(place, source);
    if (found > 0) {
      run.push(place);
      entries += found;
      quiet = 0;
      continue;
    }
    const breaks = place.form === 'heading' || (place.form !== 'table' && isLabelled(place, source.text));
    if (breaks || ++quiet > 4) close();
    else if (run.length > 0) {
      run.push(place);
      others++;
    }
  }
  close();
  return regions;
}

function isLabelled(place: Place, text: string): boolean {
  if (place.form === 'table') return false;
  const [first] = place.lines;
  return first !== undefined && /^(?:\*\*|__)[^*_]{2,60}(?:\*\*|__)/.test(text.slice(first.start, first.start + 120));
}
