/** Verbs with which actions begin, in public postmortems and trackers. */
const verbs: ReadonlySet<string> = new Set(
  `abandon accelerate accept acquire activate adapt add address adjust adopt agree alert align allocate allow alter amend analyze annotate announce apply
  approve archive arrange ask assess assign attach audit automate avoid await backfill backport backup ban be benchmark block book boost bounce break
  bring build bump cache calculate call cancel cap capture centralize change chart chase check choose clarify clean clear close codify collect combine
  come communicate compare complete conduct configure confirm connect consider consolidate consult contact containerize continue contribute control
  convert coordinate copy correct cover create cull customize cut deal debug decide declare decommission decouple decrease default define delete deliver
  demote deny deploy deprecate describe design destroy detach detect determine develop diagnose disable discard discontinue discuss disallow dispatch
  display distribute do document double downgrade downscale draft drain draw drill drop dry duplicate educate eliminate email embed emit employ enable
  encourage encrypt end enforce engage enhance enlarge ensure enumerate escalate establish estimate evaluate examine exclude execute expand experiment
  expire explain explore export expose extend extract fail familiarize figure file fill filter finalize find finish fix flag flush follow force forbid
  formalize format forward freeze gate gather generate get give go grant group grow guard guide halt handle harden have help hide highlight hire hold
  host identify ignore implement import improve include incorporate increase index inform ingest inject inline insert inspect install institute instruct
  instrument integrate introduce invalidate inventory investigate invite isolate issue iterate join keep kill label launch lead learn let lengthen level
  leverage lift limit link lint list load localize lock log look lower maintain make manage map mark measure meet merge migrate minimize mirror mitigate
  modernize modify monitor mount move mute name negotiate normalize note notify obtain offer offload onboard open operate optimize orchestrate order
  organize outline overhaul override own package page pair parallelize parametrize parameterize parse partition pass patch pause pay perform persist
  pick pin ping place plan point populate port post postpone practice prepare present preserve prevent prioritize process procure produce profile
  prohibit promote propagate propose protect prototype prove provide provision prune publish pull purchase purge push put query quantify quarantine
  queue quiz raise randomize reach read rearchitect rebalance rebase reboot rebuild recommend reconcile reconfigure reconsider record recover recreate
  recycle redeploy redesign redirect reduce refactor refine reflect refresh refuse register regenerate reinforce reinstate reject release relocate
  remediate remind remove rename render renew reorganize repair repeat replace replicate report repro reproduce request require rerun research reserve
  reset resize resolve respond restart restore restrict restructure retain rethink retire retrain retrieve retry return reuse revamp revert review
  revise revisit revoke rework rewrite rightsize roll rollback rotate route run sanitize save scale scan schedule scope script search secure see segment
  select send separate serve set setup shadow shard share shift ship shorten show shrink shut shutdown silence simplify simulate skip smoke socialize
  sort specify speed spell spike spin split spread stagger standardize start state stop store streamline strengthen stress structure study submit
  subscribe suggest summarize supply support suppress surface survey suspend swap switch sync synchronize systematically tag take talk target teach tear
  tell template terminate test throttle tidy tighten time toggle touch trace track train transfer transition translate treat triage trigger trim
  troubleshoot try tune turn tweak uncomment unblock undeploy understand unify uninstall unpin update upgrade upload upscale use validate vendor verify
  version visit visualize wait walk want warn watch weigh widen wire withdraw work workaround wrap write
  began built found gave got made met ran sent told took wrote`.split(/\s+/),
);

/** Whether a word is a verb that says what to do, "Adding", "Added" and "Rate-limit" included. */
export function isActionVerb(word: string): boolean {
  const plain = word.toLowerCase().replace(/^(?:re|auto|de|pre|un)-(?=\w{3})/, '');
  if (isKnown(plain.slice(plain.lastIndexOf('-') + 1))) return true;
  const stem = /^(\w{2,}?)(?:ing|e?d)$/.exec(plain)?.[1];
  if (stem === undefined) return false;
  return [stem, `${stem}e`, stem.slice(0, -1), stem.replace(/i$/, 'y')].some(isKnown);
}

/** "Prioritise" as "prioritize", "analyse" as "analyze". */
function isKnown(verb: string): boolean {
  return verbs.has(verb) || verbs.has(verb.replace(/(?<=[iy])se$/, 'ze'));
}
