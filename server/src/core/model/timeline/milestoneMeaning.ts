import type { Milestone } from './timeline.ts';

/** Words that take a phrase's meaning back when they stand before it in its clause. */
const negation =
  /\b(?:not|no|never|nothing|nobody|no one|none|neither|nor|doesn'?t|don'?t|isn'?t|wasn'?t|aren'?t|weren'?t|hasn'?t|haven'?t|didn'?t|cannot|can'?t|couldn'?t|unable|fail(?:ed|s|ing)? to|without|partial(?:ly)?|partly|some|almost|nearly|before|until|till|once|if|when|unless|whether|(?:should|would|could|might|ought to) have|so that|wait(?:s|ed|ing)? for|awaiting|to be|will be|would be|should be|might be|may be|could be|can be|expect(?:ed)?|hop(?:e|ing)|believ(?:ed?|ing)|thought|thinks?|assum(?:ed|ing)|seem(?:s|ed)?|appear(?:s|ed)?|try(?:ing)?|tries|prioriti[sz]\w+|decid\w+ to|plan\w* to|attempt(?:s|ed|ing)?|start(?:s|ed|ing)? to|beg[ai]ns? to|in progress|working on|eta)\b[^.;:]{0,36}$/i;
/** The same behind it: `mitigation started`, `resolved the DNS name`. */
const takenBack =
  /^[^\w.]{0,3}(?:yet\b|too (?:early|soon)\b|prematurely\b|by mistake\b|in error\b|start(?:s|ed|ing)?\b|begins?\b|began\b|in progress|underway|attempt|plan|eta\b|continues?\b|ongoing|partially|not\b|\?)|^\s(?:(?:the )?(?:dns|host ?name|name|address|domain|ip|conflict|merge|symlink|dependenc|path|url|variable|hash|version|promise|query|reference|status for|comments?|threads?)\b|to (?:an?|the|\d)|by (?:tomorrow|the end of|end of|eod|\d))/i;
/** What is resolved, restored or closed here is a thing of its own and no incident. */
const otherThings =
  /\b(?:dns|host ?names?|names?|address(?:es)?|domains?|conflicts?|tickets?|alerts?|alarms?|jira|bugs?|pr|pull requests?|backups?|database dump|previous version|support case|status for|comments?|threads?)\b[^.;:]{0,14}$/i;
/** "Investigation into issue commenced": what starts is the work on it. */
const work =
  /\b(?:investigat\w+|work\w*|analysis|fix\w*|look\w*|call|meeting|response|post[- ]?mortem)\b[^.;:]{0,20}$/i;

/** "Triage began, verified that the API is healthy": what is healthy was so all along. */
const checks = /\b(?:investigat\w+|triag\w+)\b[^.;:]{0,36}$/i;

/** Whose status page it is that says so: the failure of a provider is known to it, not to us. */
const others = /\b(?:their|its) (?:own )?status ?page\b/i;

/** "The logs around the start of the outage" tells of another moment. */
const besides = /\b(?:around|since|after|before|until|during|prior to|from)(?: the| this)?\s*$/i;

/** What is asked is not told. */
const asked = /^[^.!;:,–—]*\?/;

/** "After the service is restored", "while the site was back": the clause tells of another moment, or concedes. */
const subordinate = /\b(?:after|while|although|though|whereas|as soon as|whether)(?: (?:the|our|all|this))*\s*$/i;
/** Words before an end that make it one wished for, looked for, or of short life. */
const unsure =
  /\b(?:verify(?:ing)?|confirming|check(?:ing)? that|prematurely|wrongly|falsely|mistakenly|only (?:the|in|for|one|some))\b[^.;:,]{0,36}$|\b(?:temporarily|briefly|slowly|gradually)\s+$|^\W*(?:goal|plan|objective|next steps?|to-?do)\b.{0,60}$/i;
/** The same between its words: "The incident that was resolved yesterday". */
const passing = /\b(?:temporarily|briefly|slowly|gradually|(?:that|which) (?:was|were|had|has))\b/i;
/** What is well here is not what had failed. */
const another =
  /\b(?:new|other|another|second(?:ary)?|standby|canary|staging|test|earlier|similar|previous|prior|past|last)\s+$/i;
/** Behind an end: for whom it is none, or why it is none. */
const notAll =
  /^ (?:(?:for|to|in) (?:(?:the )?(?:most|some|many|half|part|one|two|several|a (?:few|subset|part|short|moment))\b|(?!100)\d+ ?%|[\w-]+ (?:only|minutes?)\b)|except\b|apart from\b|temporarily\b|briefly\b|yesterday\b|last (?:week|month|year|night)\b|the same way\b)|^[^.;]{0,30}[,–—-]\s*(?:\w+ ){0,4}(?:still (?:fail|slow|down|broken|see|get|return|high|elevated|degraded)\w*|fail(?:s|ing)\b|slow\b|degraded\b|errors? (?:persist|remain|continu|go on|return)\w*|(?:persist|remain|lies elsewhere|is elsewhere|not the cause)\w*)|^ but (?:still )?(?:slow|degraded|unstable)\b/i;

/** "Verified the database is healthy": a state that most of a system is in all the time says nothing by itself. */
const state = /\b(?:healthy|operational|functional)$/i;
const newState = /\b(?:again|back|now|all|every\w*|fully|once more)\b/i;

/** Whether a phrase that names a milestone means it where it stands: nothing around it denies, asks, wishes or limits it. */
export function isMeant(words: string, match: RegExpExecArray, milestone: Milestone): boolean {
  const before = words.slice(0, match.index);
  const [phrase] = match;
  const behind = words.slice(match.index + phrase.length);
  if (
    negation.test(before) ||
    takenBack.test(behind) ||
    asked.test(behind) ||
    others.test(words.slice(0, words.length - behind.length + 40))
  )
    return false;
  if (milestone === 'impact-started') return !work.test(before) && !besides.test(before);
  if (negation.test(phrase)) return false;
  if (milestone !== 'resolved' && milestone !== 'closed') return true;
  if (checks.test(before) || subordinate.test(before) || unsure.test(before) || another.test(before)) return false;
  if (passing.test(phrase) || notAll.test(behind)) return false;
  if (state.test(phrase) && !isNews(before, phrase, behind)) return false;
  return !otherThings.test(before) && !/\b(?:alert|alarm|ticket|partial|dns|host)/i.test(phrase);
}

/** Whether a state is told as a new one, or as all that there is to tell. */
function isNews(before: string, phrase: string, behind: string): boolean {
  const clause = /[^.;,]*$/.exec(before)?.[0] ?? '';
  return (
    newState.test(`${clause}${phrase}${/^[^.;,]*/.exec(behind)?.[0] ?? ''}`) || /^\W*(?:the )?$/i.test(before + behind)
  );
}
