import { isDetailLine } from '../../model/actionDetails.ts';
import type { ActionItem, IncidentDocument } from '../../model/document.ts';
import { contains, type Span } from '../../text/span.ts';
import { carried } from './carried.ts';

const purposes: readonly (readonly [purpose: string, words: RegExp])[] = [
  ['detection', /\b(?:alert\w*|monitor\w*|alarm\w*|dashboards?|detect\w*|pag(?:e|ing|er)|notif\w*|synthetics?)\b/i],
  [
    'process',
    /\b(?:process\w*|runbooks?|playbooks?|document\w*|train\w*|communicat\w*|coordinat\w*|polic\w+|on-?call)\b/i,
  ],
  [
    'mitigation',
    /\b(?:mitigat\w*|roll(?:ing)? ?back\w*|rollbacks?|fail ?-?over\w*|circuit|degrad\w*|faster|kill switch\w*)\b/i,
  ],
  [
    'prevention',
    /\b(?:prevent\w*|tests?|testing|validat\w*|guard\w*|limits?|quotas?|canar\w*|gates?|lint\w*|review\w*|auto-?scal\w*|block\w*)\b/i,
  ],
];

/** What an action is for, by its words: `prevention`, `detection`, `mitigation`, `process`, else `fixes`. */
export function purposeOf(words: string): string {
  return purposes.find(([, pattern]) => pattern.test(words))?.[0] ?? 'fixes';
}

/** What an action says, Markdown as written, without the owner, the day and the status that it states of itself. */
export function wordsOfAction(incident: IncidentDocument, item: ActionItem, folder: string): string {
  const { textSpan, span, form } = item;
  const gone =
    form === 'table-row'
      ? []
      : [item.owner, item.due, item.status].flatMap((detail) => placeOf(incident, item, detail?.span));
  let words = '';
  let position = textSpan.start;
  for (const place of gone.toSorted((a, b) => a.start - b.start)) {
    if (place.start >= position) words += carried(incident, { start: position, end: place.start }, folder);
    position = Math.max(position, place.end);
  }
  words += carried(incident, { start: position, end: textSpan.end }, folder);
  const said = words
    .replace(/\s+/g, ' ')
    .replace(/[\s,;–—-]+$/, '')
    .trim();
  if (form === 'table-row') return said;
  const parts = carried(incident, { start: textSpan.end, end: Math.max(textSpan.end, span.end) }, folder)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !isDetailLine(line, { start: 0, end: line.length }));
  const indents = parts.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [said, ...parts.map((line) => line.slice(shared))].join('\n');
}

const label =
  /[\s,;–—-]*[*_]*\b(?:owners?|owned by|assignees?|assigned to|responsible|dri|who|due(?: date| by| on)?|deadline|eta|target(?: date)?|by when|when|status|state)[*_]*\s*[:=][*_\s]*[*_`[]*$/i;

/** The same without a colon: `, due 2024-02-01`. */
const bareLabel =
  /(?:\s*[,;–—-]\s*|\s+)(?:due(?: date| by| on)?|deadline|eta|owner|assignee|assigned to)\s+$|\s*[,;–—-]\s*by\s+$/i;

/** Where a detail stands with its label or its parentheses; none where the sentence needs it. */
function placeOf({ text }: IncidentDocument, { textSpan }: ActionItem, detail: Span | undefined): Span[] {
  if (!detail || !contains(textSpan, detail) || detail.start === textSpan.start) return [];
  const before = text.slice(textSpan.start, detail.start);
  const behind = text.slice(detail.end, textSpan.end);
  const opening = /\s*[([][^()[\]]*$/.exec(before);
  const closing = /^[^()[\]]*[)\]]/.exec(behind);
  if (opening && closing) return [{ start: textSpan.start + opening.index, end: detail.end + closing[0].length }];
  const lead = label.exec(before) ?? bareLabel.exec(before);
  if (!lead) return [];
  const tail = /^[*_`\]]*(?:\([^()]*\))?[*_]*/.exec(behind)?.[0].length ?? 0;
  return [{ start: textSpan.start + lead.index, end: detail.end + tail }];
}
