/** What people write where they know nothing, and the templates' own words for an owner. */
const nothing =
  /^(?:tbd|tba|tbc|todo|to be (?:determined|decided|assigned|confirmed)|n\.?\/?a\.?|none|nobody|no one|no-one|unassigned|unknown|unowned|open|not (?:yet )?(?:assigned|set|known)|x+|@?(?:owner|name|username|assignee|person)|yyyy-mm-dd|[-–—?.…_/*\s]*|\[[^\]]*\]|\{[^}]*\}|<[^>]*>)\.?$/i;

/** Whether a value says nothing: it is empty, "TBD", "n/a", "-", or still a template's word. */
export function saysNothing(value: string): boolean {
  return nothing.test(value.trim());
}
