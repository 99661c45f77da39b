import type { PlantedLive } from './plantedLive.ts';

const german = 'postmortems/two-languages';
const ledger = 'postmortems/joint-headings';
const tree = 'postmortems/flat-lessons';
const uploads = 'incidents/promised-in-words';
const pool = 'runbooks/PoolExhausted';

/** A sentence written below "Detection" of the document with joint headings. */
const said = (rule: string, sentence: string): PlantedLive => [
  ledger,
  rule,
  '## Detection\n\n',
  `## Detection\n\n${sentence}\n\n`,
  sentence,
];

/** An action of the document with joint headings, put into other words. */
const action = (rule: string, words: string): PlantedLive => [
  ledger,
  rule,
  'Show write stalls and L0 file counts on the ledger dashboard',
  words,
  `| ${words} | detect | @ines | 2026-06-20 | [LED-2211](https://issues.example.com/LED-2211) |`,
];

/** Defects in documents whose headings hold two languages or two sections, and in those that promise in words. */
export const plantedTeams: readonly PlantedLive[] = [
  [
    german,
    'missing-section',
    /## 🔍 4\. Root cause[^]*?(?=## )/u,
    '',
    '# 🔥 PM-2025-007 – Doppelte Rechnungen / double invoices',
  ],
  [
    german,
    'impact-unmeasured',
    /- \*\*Users affected[^]*?invoices\n/,
    'Some customers wrote to us.\n',
    '## 💥 2. Auswirkung (Impact)',
  ],
  [german, 'duration-mismatch', '**Duration:** 1 h 55 min', '**Duration:** 2 h 55 min', '- **Duration:** 2 h 55 min'],
  [german, 'invalid-field', '**Duration:** 1 h 55 min', '**Duration:** quite long', '- **Duration:** quite long'],
  [german, 'empty-section', '- Support knew whom to call.', '- …', '## ✅ 6. Was lief gut / What went well'],
  [german, 'unfilled-placeholder', 'none, credit notes were not needed', 't.b.d.', '- **Revenue impact:** t.b.d.'],
  [
    german,
    'action-no-owner',
    '| Jana Köhler | 2026-06-30 |',
    '| nobody yet | 2026-06-30 |',
    '| 2 | Block patching between 05:00 and 09:00 in the scheduler | nobody yet | 2026-06-30 | In progress |',
  ],
  [
    german,
    'action-status-unknown',
    '| In progress |',
    '| In progess |',
    '| 2 | Block patching between 05:00 and 09:00 in the scheduler | Jana Köhler | 2026-06-30 | In progess |',
  ],
  [
    ledger,
    'unfilled-placeholder',
    'Support received 61 tickets.',
    'Support received XX tickets.',
    '- No data was lost. Support received XX tickets.',
  ],
  [ledger, 'unfilled-placeholder', /The importer was stopped, then.*/, '_To be written_', '_To be written_'],
  [
    ledger,
    'claim-mismatch',
    'fired at 09:21 UTC, four minutes after',
    'fired at 09:21 UTC, fourteen minutes after',
    '`LedgerWriteErrorRatio` fired at 09:21 UTC, fourteen minutes after the first rejected write.',
  ],
  said('claim-mismatch', 'The incident lasted for more than nine hours.'),
  said('dead-link', 'See <a href="ledger-old.md">the one before</a>.'),
  said('dead-link', 'See [the one before](/postmortems/ledger-old.md).'),
  said('sum-mismatch', 'In all 120 invoices were lost: 70 in Europe and 40 in Asia.'),
  said('blame-language', 'The database team should be ashamed of the query.'),
  said('counterfactual', 'Had the checks covered the ledger, the release would never have gone out.'),
  said('counterfactual', 'It would not have happened if the team had looked at the graph.'),
  said('animated-language', 'The importer failed spectacularly.'),
  said('unfilled-placeholder', 'In [count] countries nobody could pay.'),
  action('action-vague', 'Make sure that this never happens again'),
  action('action-vague', 'Improve the dashboard'),
  action('action-vague', 'Double check configs before release'),
  action('action-vague', 'Remind everyone to load test'),
  action('action-no-verb', 'Missing the L0 metric'),
  said('blame-language', 'Operations ignored the alert for 20 minutes.'),
  said('blame-language', "Anna didn't follow the process."),
  said('blame-language', 'The on-call engineer was too slow to react.'),
  said('blame-language', 'Blame goes to the release manager.'),
  said('blame-language', 'The DBA overlooked the warning in the plan.'),
  said('human-error-cause', 'An engineer made a typo in the config.'),
  said('human-error-cause', 'Someone typed the wrong cluster name.'),
  said('counterfactual', 'With better tests this would not have happened.'),
  said('animated-language', 'The first hour was a total disaster.'),
  [tree, 'date-mismatch', 'Date/time: 2025-03-18', 'Date/time: 2025-03-19', 'Date/time: 2025-03-19'],
  [tree, 'missing-section', /## What worked[^]*?(?=## Follow-up)/, '', '# Tree red for a day - 2025-03-18'],
  [uploads, 'role-missing', '** @sofia', '** _nobody yet_', '- **Incident Commander:** _nobody yet_'],
  [uploads, 'next-update-missing', ' Next update at 2026-01-01 00:14 UTC.', '', '**Status:** Identified'],
  [
    uploads,
    'update-overdue',
    'Next update at 2026-01-01 00:14 UTC.',
    'Next update at 2025-12-31 23:44 UTC.',
    'New credentials are being made by the storage team. Next update at 2025-12-31 23:44 UTC.',
  ],
  [
    pool,
    'secret-literal',
    /```bash\n/,
    '```bash\ndocker login -u ci -p dckr_pat_AbCdEfGhIjKlMnOpQrStUv\n',
    'docker login -u ci -p dckr_pat_AbCdEfGhIjKlMnOpQrStUv',
  ],
  [pool, 'shell-hazard', /```bash\n[^]*?```/, '```bash\nexit 1\n```', 'exit 1'],
];

/** Sentences that come near to a defect and are none, by the rule that keeps silent. */
export const innocent: readonly (readonly [rule: string, sentence: string])[] = [
  ['blame-language', 'The client did not bother the server with a retry.'],
  ['blame-language', 'The job forgot its state on restart.'],
  ['blame-language', 'The health check was too slow to react.'],
  ['human-error-cause', 'The importer chose the wrong shard.'],
  ['counterfactual', 'With the new limit this would take an hour.'],
  ['claim-mismatch', 'The incident lasted for more than an hour.'],
  ['claim-mismatch', 'The previous outage lasted for nine hours, and this one could have lasted as long.'],
  ['sum-mismatch', 'In all 120 invoices were lost: 70 in Europe and 50 in Asia.'],
  ['dead-link', 'See [the status page](/status/) and <a href="https://example.com/x">the vendor</a>.'],
  ['animated-language', 'The crazy-horse service was restarted.'],
  ['animated-language', 'Disaster recovery was not used.'],
  ['unfilled-placeholder', 'The proxy answered 5XX for XXL baskets.'],
];
