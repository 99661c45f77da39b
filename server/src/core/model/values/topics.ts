/** Words that every incident's document has, and that so tell nothing of what a sentence is about. */
const common: ReadonlySet<string> = new Set(
  `about above after again against also always another around because been before being below between both cause caused causes could days
  didn done does doing down during each every from further good hard have having here hours incident incidents into issue issues just late lack lacked lacking
  less long made make many minutes missing more most much need needed needs never nobody none only other others over people problem problems
  monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night weekend holiday holidays
  properly quick quickly root same should slow slowly some still such sure system systems take taken team teams than that their them then there
  these they thing things this those through time took under until upon used using very want wasn well went were what when where which while
  with within without work worked working would your better existing expected performed given able aware clear`.split(
    /\s+/,
  ),
);

/** Words that teams use for the same thing: one letter stands for each group. */
const alike: readonly (readonly [string, RegExp])[] = [
  [
    '=detect',
    /^(?:alert|alarm|monitor|page[dr]?$|paging|pager|detect|notif|notic|unnotic|realiz|realis|uptime|dashboard|observ|metric|threshold)/,
  ],
  ['=document', /^(?:runbook|playbook|document|docs?$|wiki|procedure|checklist|template)/],
  ['=release', /^(?:deploy|releas|rollout|ship|launch|promot)/],
  ['=test', /^(?:test|qa$|staging|canary|stress)/],
  ['=communicate', /^(?:communic|coordinat|announce|inform|status|customer)/],
  ['=person', /^(?:on-?call|escalat|rotation|respond|acknowledg|pagerduty)/],
];

/** What a sentence is about: the beginnings of its telling words, so that "sizing" and "size" are one. */
export function topicsOf(text: string): ReadonlySet<string> {
  // A status page tells customers, and pages nobody.
  const plain = text.toLowerCase().replace(/\bstatus[ -]?pages?\b/g, 'status');
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}-]{2,}/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const group = alike.find(([, pattern]) => pattern.test(word))?.[0];
      if (group !== undefined) return [group];
      return word.length < 4 || common.has(word) ? [] : [word.replace(/(?:ing|ion|ed|es|s|e)$/, '').slice(0, 6)];
    }),
  );
}
