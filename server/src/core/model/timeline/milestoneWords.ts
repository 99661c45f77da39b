import { matchAt } from './lexing.ts';
import { isMeant } from './milestoneMeaning.ts';
import { tagged } from './milestoneTags.ts';
import type { Milestone } from './timeline.ts';

/**
 * How surely words name a milestone: 3 for a tag or label that says it outright, 2 for a phrase, 1 for a mere sign of it, 0
 * for one that is as often something else: who notices at the beginning detects, who notices later finds a cause.
 */
export type Strength = 3 | 2 | 1 | 0;

const trouble =
  '(?:outage|incident|impact|disruption|degradation|downtime|problem|issue|fault|failure|crisis|attack|errors?)';
const people =
  '(?:users?|customers?|developers?|clients?|teams?|engineers?|someone|people|members?|employees?|researchers?|support|partners?|players?|students?|merchants?|subscribers?|authors?|reporters?|owners?)';
const alarm =
  '(?:alert(?:s|ing)?|alarms?|pager(?:duty)?|pages?|pingdom|monitor(?:s|ing)?|nagios|sentry|opsgenie|datadog|prometheus|cloudwatch|stackdriver|grafana|synthetics?|health ?checks?|anomaly detection)';
const thing =
  '(?:services?|systems?|site|website|api|platform|access|traffic|functionality|operations?|cluster|availability|everything|performance|queues?|builds?|launches|production|chain|network|servers?|connectivity|application)';
const service = '(?:services?|systems?|site|website|api|platform|cluster|production)';
const be =
  '(?:(?:is|are|was|were|has been|have been|being|now|all|fully|completely|formally|officially|automatically|first|initially) )*';

/** "the", "OpenStreetMap.org": of which outage an entry tells; a planned one is none. */
const which = "(?:the |this |our )?(?:(?!planned|scheduled|maintenance)[\\w.'’-]+ ){0,2}?";

/** Phrases by milestone and strength; each is matched case-insensitively at word boundaries. */
const phrases: readonly (readonly [milestone: Milestone, strength: Strength, words: readonly string[]])[] = [
  [
    'resolved',
    2,
    [
      `(?:${trouble}|event|everything|all|fully|completely|officially|confirmed|considered|declared|as|now)\\b[^.;\\n]{0,40}?\\bresolved`,
      `resolved (?:the )?${trouble}`,
      'full(?:y)? (?:service )?(?:recover(?:y|ed)|restor(?:ed|ation)|operational|functional)',
      '(?:recovery|restoration|resolution) (?:is )?(?:confirmed|completed?|finished|verified)',
      `${thing}\\b[^.;\\n]{0,40}?\\b(?:restored|recovered|back (?:to|up|online|in)|operational|functional|healthy|returned to normal|working (?:again|as (?:expected|intended|normal)))`,
      '(?:back|returns?|returned|returning) to (?:a )?normal',
      `${trouble} ${be}(?:over|ends?|ended|fixed|solved|permanently fixed|cleared)`,
      `(?:end of|ends|ending) ${which}${trouble}`,
      'all[- ]clear',
      'status (?:page )?(?:is |was |has been )?(?:set|updated|changed|moved|marked) (?:to|as) resolved',
      `resolving (?:the |this )?${trouble}`,
      'running (?:normally|as normal)',
      `(?:${thing}|it|we|everything) (?:is|are|was|were) back(?: up| online)*(?=[.!]|$)`,
      'normal (?:operations?|service) (?:resumed|restored|resumes)',
    ],
  ],
  [
    'resolved',
    1,
    [
      'resolved',
      '(?:works?|runs?|flows?|succeeds?|responds?|reachable|available|accessible|usable) (?:fine |well |normally )?again(?=[.!]?\\s*$)',
      `(?:corrected|fixed|solved) the ${trouble}`,
      'released\\b[^;\\n]{0,30}?\\b(?:includ(?:ed|es|ing)|contain(?:ed|s|ing)|with|has) (?:the|a|this) (?:\\w+ )?fix',
    ],
  ],
  [
    'closed',
    2,
    [
      'incident (?:ticket )?(?:is |was |has been |now |officially |formally )*closed',
      'clos(?:ed|es|ing) (?:out )?(?:the |this |major )?incident',
      'incident closure',
    ],
  ],
  [
    'mitigated',
    2,
    [
      'mitigated',
      'mitigation (?:is |was )?(?:completed?|applied|deployed|in place|effective|successful|finished|confirmed|verified|live|rolled out|takes effect)',
      `${trouble} ${be}(?:repaired|contained)`,
      '(?:workaround|temporary fix|hot ?fix) (?:is |was )?(?:in place|applied|deployed|live|effective)',
      'bleeding (?:is )?stopped',
    ],
  ],
  [
    'declared',
    2,
    [
      'incident (?:is |was |has been |formally |officially )*(?:declared|raised|opened|created|initiated|announced|called)(?! (?:as )?(?:fully )?(?:mitigated|resolved|closed|over|contained|fixed|a false))',
      '(?:declar(?:ed|es|ing)|open(?:ed|s)|rais(?:ed|es)|creat(?:ed|es)|initiat(?:ed|es)|call(?:ed|s)|announc(?:ed|es)) (?:(?:an?|the|this|as|major|new|formal|official|it|internal|public) )*(?:incident|sev(?:erity)?[- ]?\\d|p[0-5]\\b|major incident|outage)(?! (?:as )?(?:fully )?(?:mitigated|resolved|closed|over|contained|fixed))',
      '(?:sev(?:erity)?[- ]?\\d|p[0-5]) (?:incident )?(?:is |was )?(?:declared|opened|raised|called)',
    ],
  ],
  [
    'acknowledged',
    2,
    [
      `(?:${alarm}|incident)\\b[^.;\\n]{0,30}?\\back(?:nowledg(?:ed|ement)|'?e?d)`,
      `ack(?:nowledg(?:e[sd]|ing)|'?e?d|s)? (?:by|the (?:${alarm}|incident))`,
      `(?:on[- ]?call(?:er)?|engineers?|responders?|sres?|team|we)\\b[^.;\\n]{0,30}?\\backnowledge[sd]?(?! that\\b| (?:the|an?|this|our) (?!alert|alarm|page|incident|outage|report|call)[a-z]| (?:problem|issue|bug|error|mistake))`,
      "(?<=^\\W{0,4}@?[\\w.-]{2,30} )ack(?:s|'?ed|nowledge[sd])(?=[.,;!]|$)",
      'on[- ]?call(?:er)?(?: \\w+){0,2} (?:responds?|responded|joins?|joined|engaged|online|picks? up|picked up|starts? (?:looking|investigating)|beg[ai]ns? (?:looking|investigating))',
    ],
  ],
  [
    'impact-started',
    2,
    [
      `(?:${trouble}|service degradation) (?:occurs?|occurred|start(?:s|ed)?|begins?|began|onset)`,
      `(?:start|beginning|onset) of ${which}${trouble}`,
      `${people} (?:start(?:s|ed)?|begins?|began) (?:to )?(?:see|seeing|experienc\\w+|receiv\\w+|getting|get|having|have)(?! (?:the light|improve\\w*|recover\\w*|success\\w*))`,
      '(?:first|initial) (?:[\\w-]+ )?(?:errors?|failures?|failed requests?|customer impact|user impact|impact|occurr?ence|5\\d\\ds?|timeouts?)(?! (?:alert|report))',
      `${service} (?:goes|went) (?:hard |completely |fully )?(?:down|offline)`,
      `${service} is hard down`,
      `${service} bec[oa]mes? unavailable`,
    ],
  ],
  [
    'detected',
    2,
    [
      '(?:first|initial|initially) (?:\\w+ ){0,2}(?:detect(?:ed|ion)|alerts?|alarms?|reports?|reported|notic(?:ed|es)|page[ds]?|discover(?:ed|y)|complaints?|notification|observed|identified)',
      `(?:${trouble}|anomaly) ${be}(?:detected|discovered|noticed|reported|identified|observed)`,
      'detect(?:ed|s|ion)(?! (?:the |that the )?root|cause)',
      'team (?:is |was |became |becomes )?(?:made )?aware',
      'bec[ao]me aware',
      `${alarm}\\b[^.;\\n]{0,40}?\\b(?:fire[ds]?|firing|trigger(?:ed|s)|received|raised|sound(?:ed|s)|goes off|went off|sent|sends|alerts?|alerted|detects?|notif(?:y|ied|ies)|reports?|reported|kicks in|down)`,
      `(?:receiv(?:ed|es?|ing)|got|getting) (?:\\w+ ){0,3}(?:alerts?|alarms?|pages?)`,
      'alerted',
      'paged',
      'pages (?:(?:the|an?) (?:[\\w-]+ ){0,3})?(?:on[- ]?call|team|engineer|responder)',
      '(?<=^\\W{0,4})(?:alerts?|alarms?)(?=:| \\w)(?! (?:silenc|tun|thresh|clear|resolv|rule|disabl|clos|recover|stop|auto|added|chang))',
    ],
  ],
  [
    'detected',
    1,
    [
      `${people}\\b[^.;\\n]{0,30}?\\b(?:reports?|reported|reporting|alerts?|alerted|complain(?:ed|s|ing)?|inform(?:s|ed) (?:us|of|about|that|the team|engineering|support|on[- ]?call)|reach(?:es|ed|ing)? out|(?:calls?|called|phones?|phoned|rings?|rang|writes?|wrote(?: to)?|e-?mails?|e-?mailed) (?:us|support|the team|on[- ]?call|the hotline))`,
      'reports? (?:of|that|from)',
      `reports? (?:the|an?|this) ${trouble}`,
      `first (?:calls?|tickets?) (?:at|reach\\w*|arriv\\w*|come in|came in|from (?:our )?${people})`,
      'notifi(?:ed|cations?) (?:by|from)',
      '(?:was|were|been) (?:\\w+ly )?(?:reported|disclosed) (?:[^.;\\n]{0,80} )?(?:by|to) (?:us|our|the|(?:\\w+ ){0,2}(?:users?|testers?|researchers?))',
    ],
  ],
  [
    'detected',
    0,
    [
      `(?:${people}\\b|(?<=(?:^|\\s)@)[\\w-]+)[^.;\\n]{0,30}?\\b(?:notic(?:ed?|es|ing)|spots?|spotted)`,
      'notic(?:ed|es)\\b[^.;\\n]{0,50}?\\b(?:slow(?:ly|er|ness)?|down|fail(?:s|ed|ing|ures?)|errors?|unresponsive|timeouts?)',
      '(?:notice[ds]|discover(?:ed|s)|spot(?:ted|s)) (?:that|an?|the|high|increased|issues?|problems?|several|many)',
      '(?:is|was) (?:noticed|discovered)',
      '(?<=^\\W{0,4})notices? (?:that|an?|the)',
      'reported (?:\\w+ ){0,4}(?:mismatch|errors?|issues?|problems?|failures?|outages?|down)',
      'found (?:an?|the) (?:issue|problem|error|bug|failure|outage)',
      'flag(?:ged|s) (?:an?|the|that|high|unusual\\w*|elevated|increased|issues?|problems?)',
      '(?<=^\\W{0,4})discovery(?=\\W{0,3}:)',
    ],
  ],
];

const compiled = phrases.map(([milestone, strength, words]) => ({
  milestone,
  strength,
  pattern: new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi'),
}));

const tagForms =
  /(?:^|\s)#([a-z][a-z-]{2,20})\b|\[([^\]\n]{3,30})\](?!\()|\(([^()\n]{3,30})\)|^\W{0,4}([^*_:\n]{3,30}?)(?:(?:\*\*|__)\s?:|:(?:\*\*|__)?(?=\s)|\s[-–—]\s)/gi;
/** Milestones are told in an entry's first words; what follows is detail. */
const longest = 400;

/** What an entry's words say, surest first; each milestone once. */
export function milestonesIn(words: string): { readonly milestone: Milestone; readonly strength: Strength }[] {
  const head = words.slice(0, longest);
  const found = new Map<Milestone, Strength>();
  const whole = tagged(head);
  // That an incident is over may be said more than once in plain words, and the last time counts.
  if (whole) found.set(whole, whole === 'resolved' || whole === 'closed' ? 2 : 3);
  for (const [, ...groups] of head.matchAll(tagForms)) {
    const milestone = tagged(groups.find((tag) => tag !== undefined) ?? '');
    if (milestone) found.set(milestone, 3);
  }
  for (const { milestone, strength, pattern } of compiled) {
    if (found.has(milestone)) continue;
    let match = matchAt(pattern, head, 0, head.length);
    while (match && !isMeant(head, match, milestone))
      match = matchAt(pattern, head, match.index + match[0].length, head.length);
    if (match) found.set(milestone, strength);
  }
  const all = [...found].map(([milestone, strength]) => ({ milestone, strength }));
  // "Mitigation: traffic moved back" says outright what it is.
  const outright = all.filter(({ strength }) => strength === 3);
  const claims = outright.length > 0 ? outright : all;
  return claims.toSorted((a, b) => b.strength - a.strength);
}

/** Whether a label names a milestone in any way. */
export function namesMilestone(label: string): boolean {
  return tagged(label) !== undefined || milestonesIn(label).length > 0;
}
