/** What people write where they know nothing, and the templates' own words for an owner. */
const nothing =
  /^(?:t\.?b\.?[adc]\.?|todo|to be (?:determined|decided|assigned|confirmed|named|found|agreed)|n\.?\/?a\.?|none|nobody|no one|no-one|unassigned|unknown|unowned|vacant|open|not (?:yet )?(?:assigned|set|known|named)|x+|@?(?:owner|name|username|assignee|person)|yyyy-mm-dd|[-–—?.…_/*\s]*|\[[^\]]*\]|\{[^}]*\}|<[^>]*>)\.?$/i;

/** Whether a value says nothing: it is empty, "TBD", "n/a", "-", or still a template's word. */
export function saysNothing(value: string): boolean {
  return nothing.test(
    value.replace(/^[\s*_(]+|[\s*_)]+$/g, '').replace(/\s+(?:yet|so far|for now|at the moment)$/i, ''),
  );
}
