import { ambiguousRole, nameLike, person, team } from './persons.ts';

/** How judgements are put into words. */
export interface BlameForm {
  /** Something left undone, what somebody is like, or guilt. */
  readonly what: 'omission' | 'character' | 'guilt';
  /** Words without which the pattern matches nowhere; they are quick to look for. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** Whether the sentence itself must name a person: the pattern alone might speak of a machine. */
  readonly ofPerson?: true;
}

/** What only people can leave undone. */
const human =
  '(?:double-check|check(?! out|point| in\\b)|test|verify|notice|follow|read (?:the |our |his |her )?(?:docs?|documentation|runbook|checklist|instructions?|messages?|warnings?|e-?mails?|manual)|review|consult|ask|tell|inform|reali[sz]e|understand|consider|think|pay|remember|communicate|document|coordinate|mention|announce|look|recogni[sz]e|anticipate|foresee|plan|hand over|acknowledge|take (?:into|care)|escalate)\\b';
/** What people try in vain, which is no judgement. */
const inVain =
  '(?:connect|log|reach|access|reproduce|find|locate|restore|recover|start|restart|load|get|gain|authenticate|acquire|open|ssh|join|resolve|bring|fix|mitigate|contact|identify|determine|stop|isolate|pin)\\b';
const lately = '(?:had |has |have |simply |just |completely |also |again |totally )*';
const omits = `(?<verb>${lately}(?:failed|forgot|forgotten|neglected|omitted) to)`;
const forgets = `(?<verb>${lately}(?:forgot|forgotten|neglected|omitted) to)`;
const harm =
  '(?:[\\w-]+ )?(?:outage|incident|failure|downtime|error|mistake|breakage|data loss|problem|damage)\\b(?! (?:response|management|command|review|report))';
const somebody = `(?:${person}|${team}|(?<name>${nameLike}))`;
/** A department that begins a sentence or a part of one, as nobody begins who speaks of the work. */
const department =
  '(?<!\\p{L} |-)\\b(?:[Oo]perations|[Ss]upport|[Ee]ngineering|[Mm]anagement|[Ss]ecurity|QA|[Ss]ales|Ops)(?: team)?';
/** A group can be named once in a pattern only. */
const alsoSomebody = `(?:${person}|${team})`;

const things =
  '(?:alerts?|warnings?|alarms?|pages?|procedures?|process|runbooks?|checklists?|instructions|advice|e-?mails?|rules|policy|guidelines|protocol)';
const form = (what: BlameForm['what'], hint: string, pattern: string, ofPerson?: true): BlameForm => ({
  what,
  hint: new RegExp(hint, 'i'),
  pattern: new RegExp(pattern, 'gu'),
  ...(ofPerson ? { ofPerson } : {}),
});

/** The first that matches a place counts. */
export const blameForms: readonly BlameForm[] = [
  // What somebody left undone
  form(
    'omission',
    'forgot|neglected|omitted',
    `(?:(?:${person}|${team})(?:, [^,.;]{1,30},)?|\\uFFFC) ${forgets}(?= \\p{Ll})`,
  ),
  form(
    'omission',
    'failed to|forgot|neglected|omitted',
    `(?:${person}|${team})(?:, [^,.;]{1,30},)? ${omits}(?! (?:${inVain}))(?= \\p{Ll})`,
  ),
  form('omission', 'failed to|neglected', `${department} ${omits}(?= ${human})`),
  form('omission', 'forgot|neglected|omitted', `(?<name>${nameLike}) ${forgets}(?= \\p{Ll})`),
  form('omission', 'failed to|neglected|omitted', `(?:${ambiguousRole}|(?<name>${nameLike})) ${omits}(?= ${human})`),
  form('omission', 'even', `${somebody} (?:did(?: not|n['’]t) even|couldn['’]t even be bothered to)(?= \\p{Ll})`),
  form(
    'omission',
    'bother',
    `(?<!\\b[Ww]e |\\bI )\\b(?:did(?: not|n['’]t) bother|never bothered|(?:could(?: not|n['’]t)|can(?:not|['’]t)) be bothered)(?= to\\b| \\p{Ll}+ing\\b|[^\\p{L}]*$|[.,;!])`,
  ),
  form(
    'omission',
    'ignored',
    `(?:${somebody}|\\bwho) (?:simply |just |deliberately |repeatedly )*ignored (?:[\\w-]+ ){0,3}${things}\\b`,
  ),
  form(
    'omission',
    'ignored',
    `${department} (?:simply |just |deliberately |repeatedly )*ignored (?:[\\w-]+ ){0,3}${things}\\b`,
  ),
  form(
    'omission',
    'follow|stick|adhere',
    `(?:${somebody}) (?:did(?: not|n['’]t)|never) (?:follow|stick to|adhere to|respect) (?:[\\w-]+ ){0,3}(?:process|procedures?|runbooks?|checklists?|instructions|rules|policy|guidelines|protocol)\\b`,
  ),
  form(
    'omission',
    'overlooked',
    `(?:${person}|(?<name>${nameLike})) ${lately}overlooked (?=(?:the|a|an|this|that|his|her|their) )`,
  ),
  form('omission', 'rubber-stamped|slacked off', `${somebody} (?:simply |just )*(?:rubber-stamped|slacked off)\\b`),
  form('omission', 'jobs?\\b', `\\b(?:did(?: not|n['’]t) do|not doing) (?:his|her|their) jobs?\\b`),

  form(
    'guilt',
    'fault|mistake|blunder|negligence|carelessness|incompetence|oversight|stupidity|laziness',
    `(?:(?<name>${nameLike})|${person}|${team}|${ambiguousRole})['’]s (?:own |careless |stupid )?(?:fault|mistake|blunder|negligence|carelessness|incompetence|oversight|stupidity|laziness)\\b(?!-)`,
  ),

  // What somebody is like
  form(
    'character',
    'careless|negligen|slopp|incompeten|laz[yi]|irresponsib|reckless|stupid|foolish|clums|inattent|inexcusabl|clueless|idiotic|inept|unprofessional|judge?ment|corners|lack of',
    '\\b(?:[Cc]areless(?:ly|ness)?|[Nn]egligen(?:t(?:ly)?|ce)|[Ss]lopp(?:y|ily|iness)|[Ii]ncompeten(?:t(?:ly)?|ce)|[Ll]azy(?![- ]?(?:load|eval|init|import|mount|fetch))|[Ll]aziness|[Ii]rresponsib(?:le|ly)|[Rr]eckless(?:ly|ness)?|[Ss]tupid(?:ly|ity)?(?!-)|[Ff]oolish(?:ly|ness)?|[Cc]lumsy|[Cc]lumsily|[Ii]nattentive(?:ly)?|[Ii]nattention|[Ii]nexcusabl[ey]|[Cc]lueless|[Ii]diotic|[Ii]nept(?:ly|itude)?|[Uu]nprofessional(?:ly)?|(?:[Pp]oor|[Bb]ad) judge?ment|[Cc]ut(?:ting|s)? corners|[Ll]ack of (?:care|attention|diligence|discipline|competence|professionalism|common sense|effort))(?![\\p{L}-])',
    true,
  ),
  form(
    'character',
    'mistake|error|blunder',
    '\\b(?:[Cc]areless|[Ss]tupid|[Ss]illy|[Dd]umb|[Ff]oolish|[Ss]loppy|[Rr]ookie|[Aa]mateur(?:ish)?|[Ii]nexcusable) (?:mistakes?|errors?|blunders?)\\b',
  ),
  form('character', 'had no', `\\bhad no (?:idea|clue) what (?:he|she|they) (?:was|were) doing\\b`),
  form(
    'character',
    'should',
    '\\bshould(?: really)? have (?:known better|been more careful|paid (?:more |closer |better )?attention)\\b',
  ),
  form(
    'character',
    'attention|asleep',
    `(?<!\\b[Nn]obody |\\b[Nn]o one |\\b[Ww]e )\\b(?:was|were)(?: not|n['’]t) (?:really )?paying (?:any )?attention\\b|\\basleep at the (?:wheel|switch)\\b`,
  ),
  form('character', 'cared|bothered', `\\b(?:[Nn]obody|[Nn]o[ -]one)\\b[^.;,]{0,40}? (?:cared|bothered)\\b`),
  form(
    'character',
    'too ',
    `${somebody} (?:was|were|had been) (?:much |way |far |simply |just )?too (?:slow|late to (?:react|respond|act)|hasty|confident|inexperienced|junior|busy to|lazy|tired to)\\b`,
  ),
  form(
    'character',
    'wrong',
    `(?:the |an? |our )?(?:intern|trainee|junior (?:engineer|developer|dev|admin\\w*))s? (?:accidentally |mistakenly )?\\p{Ll}+ed the wrong\\b`,
  ),
  form(
    'character',
    'messed|screwed|botched|bungled|dropped the|fat-fingered|blew it|broke prod',
    `(?:${department}|${somebody}) (?:really |badly |simply |completely |totally )*(?:messed (?:it )?up|screwed (?:it )?up|botched|bungled|dropped the ball|fat-fingered|blew it|broke (?:production|prod)\\b)`,
  ),

  // Guilt
  form(
    'guilt',
    'fault of',
    '\\b(?:was|is|were) (?:entirely |all |largely |partly |clearly |solely )?(?:the )?fault of (?:the |our )?(?!\\w+ (?:tolerance|domain))',
  ),
  form(
    'guilt',
    'blame',
    '\\b(?:[Tt]he )?[Bb]lame (?:(?:lies|rests|falls|belongs) (?:squarely )?(?:with|on|to)|goes (?:squarely )?to|is on)\\b',
  ),
  form(
    'guilt',
    'fault (?:lies|rests)',
    `\\bfault (?:lies|rests) (?:squarely |entirely )?with (?:${person}|${team}|(?<name>${nameLike}))`,
  ),
  form(
    'guilt',
    'failure to|refusal to|unwillingness to',
    `\\b(?:(?:[Hh]is|[Hh]er)|(?:${person}|${team})['’]s) (?:failure|refusal|unwillingness) to\\b`,
  ),
  form(
    'guilt',
    'failure to|refusal to|unwillingness to',
    `(?<name>${nameLike})['’]s (?:failure|refusal|unwillingness) to (?=${human})`,
  ),
  form(
    'guilt',
    'if .*(?:attention|job|more careful)',
    `\\b[Ii]f ${somebody} had (?:only |just )?(?:paid (?:more |any )?attention|done (?:his|her|their) job)\\b|\\b[Ii]f ${alsoSomebody} (?:was|were|had been) more careful\\b`,
  ),
  form(
    'guilt',
    'responsible for',
    `(?:${person}|${team}) (?:who (?:is|was) )?responsible for (?:this|the|that) ${harm}`,
  ),
  form('guilt', 'ashamed', `${somebody} (?:should|ought to) be (?:\\p{Ll}+ly )?ashamed\\b`),
  form(
    'guilt',
    'blame',
    `${somebody}(?: [^.;,]{1,40})? (?:(?:is|was|were|are) (?:\\p{Ll}+ly )?to blame|(?:should|must|has to) be blamed)\\b`,
  ),
  form('guilt', 'blam(?:e|ing)', `\\b(?<!git )[Bb]lam(?:e|es|ed|ing) (?:${person}|${team}|(?<name>${nameLike}))`),
  form('guilt', '(?:his|her) ', '\\b(?:his|her) (?:own )?(?:fault|mistake|blunder|oversight)\\b'),
  form(
    'guilt',
    'at fault|responsible for',
    `${somebody} (?:is|was|were|are) (?:solely |fully |ultimately |personally |entirely |clearly |directly )*(?:at fault\\b|responsible for (?:this|the|that) ${harm})`,
  ),
  form(
    'guilt',
    'reprimanded|punished|sacked|disciplined',
    `${somebody} (?:will be|was|were|has been|should be) (?:reprimanded|punished|sacked|disciplined)\\b`,
  ),
];
