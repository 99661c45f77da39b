/** Words of actions that only show the next failure, or tell people of this one. */
const watches =
  /\b(?:monitor\w*|alert\w*|alarm\w*|dashboards?|metrics?|observab\w*|logging|logs|trac(?:e|ing)|graphs?|notif\w*|detect\w*|paging|pager\w*|synthetics?)\b/i;
const tells =
  /\b(?:document\w*|docs?|runbooks?|playbooks?|wiki|write[- ]?up|train\w*|communicat\w*|shar(?:e|ing)|discuss\w*|talk|investigat\w*|look(?:ing)? into|research\w*|explore|review\w*|find out|understand|analy[sz]\w*|announce|inform|educate|post-?mortem|retrospective|meeting|ask)\b/i;
/** Actions that undo what this incident did, or end it, and leave all else as it was. */
const repairs =
  /^\W*(?:(?:we|i|manually|then|also) )*(?:(?:re-?)?start(?:ed)?|reboot(?:ed)?|clean(?:ed)?[- ]?up|clean(?:ed)? (?:the|all|out)|back-?fill(?:ed)?|re-?process(?:ed)?|re-?ran|re-?run|replay(?:ed)?|refund(?:ed)?|credit(?:ed)?|compensat(?:e|ed)|apologi[sz](?:e|ed)|tell|told|write to|wrote to|thank(?:ed)?|e-?mail(?:ed)?|contact(?:ed)?|call(?:ed)? (?:the|all) (?:customers?|users?)|roll(?:ed)? back|revert(?:ed)?|restor(?:e|ed) (?:the )?(?:data|backup|missing|lost)|delet(?:e|ed) (?:the )?(?:\w+ )?(?:old|stray|leftover|orphan\w*|stuck|broken|duplicate\w*))\b/i;
/** Words of actions that change what failed, or what let it through. */
const changes =
  /\b(?:prevent\w*|avoid\w*|fix\w*|tests?|testing|validat\w*|verif\w*|automat\w*|enforc\w*|limit\w*|quotas?|guard\w*|block\w*|restrict\w*|forbid|upgrad\w*|replac\w*|migrat\w*|increas\w*|scal\w*|auto-?scal\w*|resiz\w*|remov\w*|delet\w*|disabl\w*|refactor\w*|rewrit\w*|redesign\w*|separat\w*|isolat\w*|redundan\w*|fail-?over|backups?|canar\w*|gates?|lint\w*|retr(?:y|ies)|timeouts?|circuit|rotat\w*|pin|patch\w*|switch\w*|stop|reduc\w*|chang\w*|configur\w*|policy|policies|process|approval|resources?|requests|probes?)\b/i;

/** Whether an action, by its words, can't keep the failure from coming back: it watches for it, tells of it, or clears it up. */
export function preventsNothing(text: string): boolean {
  return repairs.test(text) || ((watches.test(text) || tells.test(text)) && !changes.test(text));
}

/** Whether the type of an action says that it prevents; as Google's template asks of each. Undefined where it does not say. */
export function typePrevents(type: string): boolean | undefined {
  if (/pr[eéä]ven|avoid|vorbeug|process|prozess|proceso/i.test(type)) return true;
  return /detect|mitigat|repair|monitor|respon|recover|investigat|document|communicat/i.test(type) ? false : undefined;
}
