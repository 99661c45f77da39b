import { isActionVerb } from './values/actionVerbs.ts';
import { ownWords } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import type { ActionDetail, ActionItem } from './document.ts';
import { readActionStatus } from './values/actionStatus.ts';

/** What an action says of itself in running words; a `mention` is an owner named by an @ alone, a `mark` a status in capitals. */
export type DetailKind = 'owner' | 'due' | 'status' | 'type' | 'mention' | 'mark';

const ownerLabel = '(?<!product )owners?|owned by|assignees?|assigned to|responsible|dri|who';
const dueLabel = 'due(?: date| by| on)?|deadline|eta|target(?: date)?|complete by|by when|when';
const statusLabel = 'status|state';
const typeLabel = 'type|category|kind';
const otherLabel = 'priority|tickets?|issues?|bugs?|tracking|tracked in|jira|link';

/** A value ends at a comma, bracket, dash, full stop or the next label; marks of bold, code and links are left out. */
const value = `[*_\`]*\\s*[*_\`[]*([^,;()[\\]\\n|—–*_\`]*?)(?=[*_\`\\s]*(?:[,;()\\]\\n|—–]|\\.\\s|\\.?$|\\s-\\s|<br|\\b(?:${ownerLabel}|${dueLabel}|${statusLabel}|${typeLabel}|${otherLabel})[*_]*:))`;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const date = `\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\s+${month}(?:,?\\s+\\d{4})?`;
const state = 'done|completed?|in progress|open|planned|todo|to do|not started|blocked|closed|fixed|cancell?ed|wip';
const purpose = 'prevent(?:ion|ative|ive|s)?|detect(?:ion|ive|s)?|mitigat(?:e|ion|es)|process|repair|investigate';
/** `@alice`, `@org/team`, `[@alice](…)`; not the domain of an address, nor code. */
const mention = /(?<![\w./@`])(@[A-Za-z](?:[\w.-]*\w)?(?:\/[\w-]+)?)(?![\w@])/d;
/** What teams put in the last parentheses of an action that is nobody's name. */
const nobody =
  'Done|Open|Closed|Complete|Completed|Optional|Planned|Fixed|Issues?|Link|Ticket|Merged|Draft|High|Medium|Low|Pull|Short|Long|Immediate|Kubernetes|Github|Prevention|Detection|Mitigation|Process|Partially|Maybe';
/** First words of an aside that no person is: "(Similar to …)", "(This will …)". */
const noPerson =
  'This|That|It|We|They|These|There|Which|Who|Needs?|Needed|Used|Have|Has|Had|Want|Prior|Due|According|Similar|Related|Subject|Compared|Relative|Ability|Easy|Hard|Able|Going|Links?|Refer|As|In|See|Also|Not|Best|Ideally|Hopefully|Possibly|Probably|Users?|Teams?|Customers?|Nobody|Everyone|Someone|Support|Engineering|Operations|Platform|Next';
const name = '[A-Z][a-z]+(?: [A-Z][a-z]+)?';

const patterns: Readonly<Record<DetailKind, readonly RegExp[]>> = {
  mention: [mention],
  // As Google SRE has it behind the bug's number: "Bug 5554823 **TODO**".
  mark: [/(?<![\w-])(DONE|FIXED|CLOSED|TODO|WIP|IN PROGRESS)(?![\w-])/d],
  owner: [
    new RegExp(`\\b(?:${ownerLabel})[*_]*\\s*[:=]${value}`, 'di'),
    // Without a colon only in an aside, and before a name: "(owner Alice)", "- DRI Bob".
    new RegExp(`[([,;—–-]\\s*(?:[Oo]wner|[Aa]ssignee|[Aa]ssigned to|DRI)\\s+(${name})`, 'd'),
    mention,
    new RegExp(`\\((?!(?:${nobody})\\b)(${name}(?:(?:,| and| &|/) ?${name}){0,3})\\)\\.?$`, 'd'),
    // "(Alice, by 2024-02-01)"
    new RegExp(`\\((?!(?:${nobody}|${noPerson})\\b)(${name}),? (?:by |due:? |until |before )?(?:${date})\\)`, 'd'),
    // "— Alice, 2024-02-01"
    new RegExp(`[–—-]\\s(?!(?:${nobody}|${noPerson})\\b)(${name}), (?:by |due:? )?(?:${date})\\W*$`, 'd'),
    // "(Alice to follow up)", "(Bob calls the meeting)"
    new RegExp(
      `\\((?!(?:${nobody}|${noPerson})\\b)(${name}) (?:to|will|takes?|calls?|owns?|leads?|drives?) [^()]+\\)\\.?$`,
      'd',
    ),
  ],
  due: [
    new RegExp(`\\b(?:${dueLabel}|by|before|until)[*_]*\\s*[:=]?[*_]*\\s*(${date})(?!\\w)`, 'di'),
    new RegExp(`\\b(?:${dueLabel})[*_]*\\s*[:=]${value}`, 'di'),
    /[([,;]\s*(\d{4}-\d{2}-\d{2})\s*[)\]]|[,;—–-]\s*(\d{4}-\d{2}-\d{2})\s*\.?$/d,
  ],
  status: [
    new RegExp(`\\b(?:${statusLabel})[*_]*\\s*[:=]${value}`, 'di'),
    new RegExp(`[[(]\\s*(${state})\\s*[\\])]`, 'di'),
    new RegExp(`^[*_]*(${state})[*_]*:\\s`, 'di'),
    // "(Done during this incident)"
    /\((done|completed) [^()]+\)/di,
  ],
  type: [
    new RegExp(`\\b(?:${typeLabel})[*_]*\\s*[:=]${value}`, 'di'),
    // "[Prevent] Add …", "**Detection:** Add …", "Add … (prevention)"
    new RegExp(
      `^[-*+\\d.)\\s]*(?:\\[[ x]\\]\\s+)?[*_]*[[(]?[*_]*(${purpose})[*_]*(?:[\\])](?!\\()|[*_]*\\s*(?::|$))`,
      'di',
    ),
    new RegExp(`[[(](${purpose})[\\])](?!\\()`, 'di'),
  ],
};

/** What a place of the text says of an action; undefined where it says nothing of the kind. */
export function detailIn(kind: DetailKind, place: Span, text: string): ActionDetail | undefined {
  const words = text.slice(place.start, place.end);
  for (const pattern of patterns[kind]) {
    const found = pattern
      .exec(words)
      ?.indices?.slice(1)
      .find((group) => group !== undefined);
    if (!found) continue;
    const [start, end] = found;
    // "(Move to the new cluster)"
    if (kind === 'owner' && words[start - 1] === '(' && isActionVerb(words.slice(start, end))) continue;
    return { value: ownWords(words.slice(start, end)), span: { start: place.start + start, end: place.start + end } };
  }
  return undefined;
}

const detailLine = new RegExp(
  `^[-*+\\d.)\\s]*[*_]*(?:${ownerLabel}|${dueLabel}|${statusLabel}|${typeLabel}|${otherLabel})[*_]*\\s*[:=]`,
  'i',
);

/** Whether a bullet says something of the action above it rather than being one: `- Owner: @alice`. */
export function isDetailLine(text: string, place: Span): boolean {
  return detailLine.test(text.slice(place.start, place.end));
}

/**
 * An issue's address, `#123`, `ABC-123`, or a place for one: `issue: TODO`. What looks like a number of an issue and is none
 * (`SEV-1`, `UTF-8`) is left out.
 */
const ticket = new RegExp(
  [
    String.raw`https?:\/\/[^\s)>\]]*(?:\/(?:issues?|pulls?|pull-requests|merge_requests|browse|tickets?|bugs?|cards?|c|work_?items)\/|trello\.com|linear\.app|asana\.com|shortcut\.com|notion\.so|service-now\.com|bugs?\.)[^\s)>\]]*`,
    String.raw`(?<![\w/&])#\d+\b`,
    String.raw`\b(?!(?:SEV|CVE|UTF|SHA|RFC|ISO|TLS|HTTP|AES|RSA|GPT|S|P)-)[A-Z][A-Z\d]{1,9}-\d+\b`,
    // ServiceNow's incidents, problems, changes, tasks and requests.
    String.raw`\b(?:INC|PRB|CHG|TASK|PTASK|CTASK|RITM|REQ)\d{7,}\b`,
    String.raw`\b(?:issue|ticket): ?\w+`,
  ].join('|'),
);

/** The issue in which an action's work is followed; undefined where its words name none. */
export function ticketIn(place: Span, text: string): ActionDetail | undefined {
  const match = ticket.exec(text.slice(place.start, place.end));
  if (!match) return undefined;
  const start = place.start + match.index;
  return { value: ownWords(match[0]), span: { start, end: start + match[0].length } };
}

/** Words struck through or ticked off are done, whatever their status says. */
export function stateOf(status: ActionDetail | undefined, struck: boolean): ActionItem['state'] {
  return struck ? 'done' : (readActionStatus(status?.value ?? '')?.state ?? 'open');
}
