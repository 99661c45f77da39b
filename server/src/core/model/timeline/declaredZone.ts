import type { Nodes } from 'mdast';
import { spanOf } from '../../parse/markdown.ts';
import { sectionAt, type Outline } from '../../parse/outline.ts';
import { partReader, readParts, type PartSource } from '../../parse/partReader.ts';
import { contains, type Span } from '../../text/span.ts';
import type { StatedZone } from './timeline.ts';
import { writtenMomentAt } from './writtenMoment.ts';
import { findZone } from './zones.ts';

/** What introduces a zone in running text, with the rest of its sentence. */
const sentence =
  /(?<![\p{L}\p{N}])(?:all (?:of the |the )?(?:dates? and )?(?:times?|timestamps|dates|events)|(?:times?|timestamps|entries|dates)(?: \w+){0,3} (?:are|is)|times?(?:stamps)? (?:in|given|shown|listed|below|here)|time ?zone|everything(?: \w+)? (?:is )?in)\b[^\n.;|]{0,80}/giu;

/** The zone that a timeline states once for all its entries, in its heading or in a sentence among its entries. */
export function regionZone(
  { anchor, span }: { readonly anchor: Span; readonly span: Span },
  outline: Outline,
  source: PartSource,
): StatedZone | undefined {
  return findZone(source.text, anchor) ?? sentenceZone(outline, source, span);
}

/** The zone in the heading above entries that no heading calls a timeline: `Timelne (UTC)`. */
export function headingZone(text: string, outline: Outline, { span }: { readonly span: Span }): StatedZone | undefined {
  const section = sectionAt(outline, span.start);
  return section && findZone(text, section.heading.span);
}

/** The zone that the document states outside its timeline: "All times in PST". */
export function documentZone(outline: Outline, source: PartSource): StatedZone | undefined {
  return sentenceZone(outline, source, { start: outline.headerSpan.start, end: source.text.length });
}

/** Where a time of day may begin in running text. */
const clockStart = /(?<![\w:.,-])(?:(?:UTC|GMT) )?\d{1,2}(?=[:.h]\d{2}|\s?[ap]\.?m\b)/gi;

/**
 * The zone that stands beside the times in the document's running text, where all that have one have the same: "from 10:00
 * AM to 11:30 AM (UTC)".
 */
export function toldZone({ parts }: Outline, source: PartSource): StatedZone | undefined {
  const zones = readParts(toldZonesIn, parts, source);
  return zones.every(({ name, id }) => name === zones[0]?.name && id === zones[0]?.id) ? zones[0] : undefined;
}

const toldZonesIn = partReader(
  ({ heading, body }, { text }) => (heading ? [heading.node, ...body] : body).flatMap((node) => toldZones(node, text)),
  ({ span }: StatedZone) => [span],
);

function toldZones(node: Nodes, text: string): readonly StatedZone[] {
  if (node.type !== 'paragraph' && node.type !== 'list' && node.type !== 'heading') return [];
  const { start, end } = spanOf(node);
  return [...text.slice(start, end).matchAll(clockStart)].flatMap(({ index }) => {
    const moment = writtenMomentAt(text, start + index, end, false);
    return moment?.clock && moment.zone ? [moment.zone] : [];
  });
}

/** A sentence about the times, and the zone that it names. */
interface ZoneSentence {
  readonly span: Span;
  readonly zone: StatedZone;
}

/** The zone of the first such sentence that begins within a span, and names it there. */
function sentenceZone({ parts }: Outline, source: PartSource, within: Span): StatedZone | undefined {
  return readParts(sentencesIn, parts, source).find(({ span, zone }) =>
    contains(within, { start: span.start, end: zone.span.end }),
  )?.zone;
}

const sentencesIn = partReader(
  ({ heading, body, section }, { text }): readonly ZoneSentence[] => {
    const last = body.at(-1);
    const start = section?.span.start ?? heading?.span.end ?? (body[0] ? spanOf(body[0]).start : 0);
    const end = last ? spanOf(last).end : (heading?.span.end ?? start);
    return [...text.slice(start, end).matchAll(sentence)].flatMap(({ index, 0: words }) => {
      const span = { start: start + index, end: start + index + words.length };
      const zone = findZone(text, span);
      return zone ? [{ span, zone }] : [];
    });
  },
  ({ span, zone }) => [span, zone.span],
);
