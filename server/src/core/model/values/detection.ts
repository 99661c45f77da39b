/** Words by which documents tell that somebody or something noticed. */
const noticing =
  /\b(?:alert\w*|alarm\w*|page[dr]?|paging|pagerduty|pingdom|monitor\w*|notic\w*|detect\w*|report(?:s|ed|ing)?|discover\w*|complain\w*|disclos\w*|pointed out|flagged|spotted|observ\w*|realis\w*|realiz\w*|identified|became aware|saw|found (?:out|that)|notified|contacted|informed|raised|trigger\w*)\b/i;

/** Whether a text tells of something being noticed. */
export function tellsOfDetection(text: string): boolean {
  return noticing.test(text);
}
