import type { Section } from '../parse/outline.ts';
import type { IncidentDocument } from './document.ts';

/** The sections that say whom to call. */
export function escalationSections({ alignment, outline, each }: IncidentDocument): readonly Section[] {
  const matched = alignment.matches.filter(({ schema }) => schema.role === 'escalation').map(({ section }) => section);
  if (matched.length > 0) return matched;
  return each(namedSo, outline.allSections);
}

function namedSo(section: Section): readonly Section[] {
  return named.test(section.heading.text) ? [section] : [];
}

/** The sections that say whose the service is: a team's channel stands there as well. */
export function ownerSections({ outline, each }: IncidentDocument): readonly Section[] {
  return each(ofOwners, outline.allSections);
}

function ofOwners(section: Section): readonly Section[] {
  return /\b(?:owners?|ownership|contacts?|on-?call|support)\b/i.test(section.heading.text) ? [section] : [];
}

const named =
  /\b(?:escalat\w*|who to (?:contact|call|page)|contacts|contact us|on-?call|getting help|need (?:more )?help|still stuck|support contacts?)\b|^(?:contact|support)$/i;
/** How somebody is reached: a channel, a handle, an address, a number, a pager's service, a link. */
const reachable =
  /(?:^|[\s(`[,])#[a-z][\w-]{2,}|(?<![\w.])@[\w-]{2,}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<!\d)\+?\d[\d ()-]{6,20}\d|https?:\/\/|\]\([^)]+\)|\[\[[^\]]+\]\]|\b(?:pagerduty|opsgenie|victorops|splunk on-call|squadcast|slack|teams channel|pager|hotline|phone|extension|ext\.)\b/i;
/** Words outside such a section that tell whom to turn to. */
const mentioned =
  /\b(?:escalat\w*|contact (?:the |your |our )?\w+|(?:page|call|notify|inform|ask|reach out to|get in touch with) (?:the |your |our )?[\w -]{0,30}(?:team|on-?call|engineer|support|lead|owner|administrator)s?|open a (?:support )?(?:case|ticket)|support (?:case|ticket)|customer portal|file a bug|(?:connect with|turn to|speak to|talk to|raise it with) (?:the |your |our )?[\w -]{0,30}(?:team|support|on-?call|engineer|owner|administrator)s?)\b/i;

/** Whether a section gives any way to reach somebody. */
export function reachesSomebody({ span }: Section, text: string): boolean {
  return reachable.test(text.slice(span.start, span.end));
}

/** Whether a runbook says nowhere whom to call. */
export function lacksEscalation(document: IncidentDocument): boolean {
  return document.kind === 'runbook' && escalationSections(document).length === 0 && !mentionsEscalation(document);
}

/** Whether a document tells anywhere whom to turn to. */
export function mentionsEscalation({ text }: IncidentDocument): boolean {
  return mentioned.test(text);
}
