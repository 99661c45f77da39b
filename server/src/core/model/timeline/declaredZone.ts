import { spanOf } from '../../parse/markdown.ts';
import { sectionAt, type Outline } from '../../parse/outline.ts';
import type { Span } from '../../text/span.ts';
import type { StatedZone } from './timeline.ts';
import { writtenMomentAt } from './writtenMoment.ts';
import { findZone } from './zones.ts';

/** What introduces a zone in running text, with the rest of its sentence. */
const sentence =
  /(?<![\p{L}\p{N}])(?:all (?:of the |the )?(?:dates? and )?(?:times?|timestamps|dates|events)|(?:times?|timestamps|entries|dates)(?: \w+){0,3} (?:are|is)|times?(?:stamps)? (?:in|given|shown|listed|below|here)|time ?zone)\b[^\n.;|]{0,80}/giu;

/** The zone that a timeline states once for all its entries, in its heading or in a sentence among its entries. */
export function regionZone(text: string, heading: Span, region: Span): StatedZone | undefined {
  return findZone(text, heading) ?? sentenceZone(text, region);
}

/** The zone in the heading above entries that no heading calls a timeline: `Timelne (UTC)`. */
export function headingZone(text: string, outline: Outline, { span }: { readonly span: Span }): StatedZone | undefined {
  const section = sectionAt(outline, span.start);
  return section && findZone(text, section.heading.span);
}

/** The zone that the document states outside its timeline: "All times in PST". */
export function documentZone(text: string, outline: Outline): StatedZone | undefined {
  return sentenceZone(text, { start: outline.headerSpan.start, end: text.length });
}

/** Where a time of day may begin in running text. */
const clockStart = /(?<![\w:.,-])(?:(?:UTC|GMT) )?\d{1,2}(?=[:.]\d{2}|\s?[ap]\.?m\b)/gi;

/**
 * The zone that stands beside the times in the document's running text, where all that have one have the same: "from 10:00
 * AM to 11:30 AM (UTC)".
 */
export function toldZone(text: string, outline: Outline): StatedZone | undefined {
  const zones: StatedZone[] = [];
  const { title, header, allSections } = outline;
  const blocks = [...header, ...allSections.flatMap(({ heading, body }) => [heading.node, ...body])];
  for (const node of title ? [title.node, ...blocks] : blocks) {
    if (node.type !== 'paragraph' && node.type !== 'list' && node.type !== 'heading') continue;
    const { start, end } = spanOf(node);
    for (const { index } of text.slice(start, end).matchAll(clockStart)) {
      const moment = writtenMomentAt(text, start + index, end, false);
      if (moment?.clock && moment.zone) zones.push(moment.zone);
    }
  }
  return zones.every(({ name, id }) => name === zones[0]?.name && id === zones[0]?.id) ? zones[0] : undefined;
}

function sentenceZone(text: string, within: Span): StatedZone | undefined {
  for (const match of text.slice(within.start, within.end).matchAll(sentence)) {
    const start = within.start + match.index;
    const zone = findZone(text, { start, end: start + match[0].length });
    if (zone) return zone;
  }
  return undefined;
}
