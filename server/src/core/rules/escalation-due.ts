import { isLive } from '../model/incident/live.ts';
import { entriesByTime } from '../model/incident/moments.ts';
import { formatDuration } from '../model/values/duration.ts';
import { slice } from '../text/slice.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;
/** Somebody is paged; the pages of a web site are none. */
const page =
  /\b(?:paged|paging (?:the|on-?call)|pages (?:the|on-?call)|escalat(?:ed|es|ing) to)\b|\bpag(?:es|ing) @\w/i;
const answered = /\back(?:nowledg\w+|ed|s)?\b|\b(?:answered|responded|responds|joined|joins)\b/i;

/** A page that nobody has acknowledged in the time of its level, so that the next level is due. */
export const escalationDue = defineRule({
  id: 'escalation-due',
  kinds: ['incident'],
  summary: 'A page was not acknowledged in time, and nobody else was paged.',
  level: 'information',
  fixable: false,
  *check(document, { clock, configuration }) {
    if (!isLive(document)) return;
    const entries = entriesByTime(document);
    const pages = entries.filter(({ text }) => page.test(text));
    const last = pages.at(-1);
    // Whatever is written behind the page was written by somebody who works on it.
    if (!last || entries.at(-1) !== last || entries.some(({ text }) => answered.test(text))) return;
    const { escalation } = configuration.onCall;
    const level = escalation[pages.length - 1];
    if (!level || !clock.hasCome(last.at + level.after * minuteMs)) return;
    const next = escalation[pages.length];
    const paged = slice(document.text, last.stamp.span);
    const waited = `Nobody has acknowledged the page of ${paged}, and ${level.name} had ${formatDuration(level.after)}`;
    yield {
      span: last.stamp.span,
      message: next
        ? `${waited}; page ${next.name} now.`
        : `${waited}, the last of those to page; call somebody by telephone.`,
    };
  },
});
