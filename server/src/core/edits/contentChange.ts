import type { IncidentDocument } from '../model/document.ts';
import { readObjectives, type Objective } from '../model/incident/objectives.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { normalizeLabel } from '../schema/label.ts';
import { slice, trimmed } from '../text/slice.ts';
import { at as placeAt } from '../text/span.ts';
import type { Change, Refused } from './change.ts';
import type { Edit } from './edit.ts';
import { momentInWords } from './nextUpdate.ts';
import { setValue } from './setField.ts';

/** Calls an objective met, or open again; one that the document does not have yet is added (S2). */
export function changedObjective(document: IncidentDocument, wanted: string, met: boolean): Change | Refused {
  const words = onOneLine(wanted);
  if (words === '') return { reason: 'The objective has no words; say what must be true, with a number.' };
  const known = readObjectives(document).find(({ text }) => plain(text) === plain(words));
  if (!known) return addedObjective(document, words, met);
  if ((known.met ?? false) === met) {
    return { reason: `"${known.text}" is ${met ? 'met' : 'open'} already.` };
  }
  return {
    edits: [checkMark(document, known, met)],
    entry: `${met ? 'Objective met' : 'Objective open again'}: ${known.text}`,
  };
}

/** The box before an objective, checked or empty; one is made where there is none. */
function checkMark({ text, lines }: IncidentDocument, { textSpan }: Objective, met: boolean): Edit {
  const lineStart = lines.startOf(lines.lineAt(textSpan.start));
  const box = /\[[ xX]\]\s*$/.exec(text.slice(lineStart, textSpan.start));
  const mark = met ? '[x]' : '[ ]';
  if (!box) return { span: placeAt(textSpan.start), text: `${mark} ` };
  const start = lineStart + box.index;
  return { span: { start, end: start + 3 }, text: mark };
}

function addedObjective(document: IncidentDocument, words: string, met: boolean): Change | Refused {
  const { text, lines } = document;
  const [section] = sectionsOfRole(document.alignment, 'objectives');
  if (!section)
    return { reason: 'This document has no section "Resolution Objectives"; add one, then objectives go there.' };
  const body = trimmed(text, section.bodySpan);
  const line = `- ${met ? '[x]' : '[ ]'} ${words}`;
  const isBlank = document.placeholders.some(({ span }) => span.start >= body.start && span.end <= body.end);
  const known = readObjectives(document);
  const edit: Edit =
    known.length === 0 && (isBlank || body.start === body.end)
      ? { span: body, text: body.start === section.heading.span.end ? `${lines.newline}${lines.newline}${line}` : line }
      : { span: placeAt(body.end), text: `${lines.newline}${line}` };
  return { edits: [edit], entry: `${met ? 'Objective added and met' : 'Objective added'}: ${words}` };
}

/** Says who is affected, in the field that the document has for the group: customers inside or outside. */
export function changedAffected(document: IncidentDocument, group: string, who: string): Change | Refused {
  const words = onOneLine(who);
  const fields = document.fields.filter(({ label }) => /\baffected\b/.test(normalizeLabel(label)));
  const field = fields.find(({ label }) => normalizeLabel(label) === normalizeLabel(group));
  if (!field) {
    const labels = fields.map(({ label }) => label);
    const hint = labels.length === 0 ? 'it names nobody who is affected' : `it has ${labels.join(', ')}`;
    return { reason: `This document has no field "${group}"; ${hint}.` };
  }
  if (words === '') return { reason: `Nobody is named for ${field.label}; write who is affected, and how many.` };
  return { edits: [setValue(document, field, words)], entry: `${field.label}: ${words}` };
}

/** Writes the technical state above what was known before, with the moment at which it held. */
export function addedReport(document: IncidentDocument, report: string, at: number): Change | Refused {
  const words = report.replace(/\r\n?/g, '\n').trim();
  if (words === '') return { reason: 'The report has no words; say what state the systems are in.' };
  const [section] = sectionsOfRole(document.alignment, 'status-report');
  if (!section)
    return { reason: 'This document has no section "Detailed Status Report"; add one, then reports go there.' };
  const { text, lines, placeholders } = document;
  const body = trimmed(text, section.bodySpan);
  const written = `As of ${momentInWords(document, at) ?? ''}: ${words}`.replaceAll('\n', lines.newline);
  const isBlank = placeholders.some(({ span }) => slice(text, span) === slice(text, body));
  const gap = lines.newline + lines.newline;
  const edit: Edit = isBlank
    ? { span: body, text: written }
    : body.start === body.end
      ? { span: placeAt(section.heading.span.end), text: `${gap}${written}` }
      : { span: placeAt(body.start), text: `${written}${gap}` };
  return { edits: [edit], entry: `Detailed status: ${onOneLine(words)}` };
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
