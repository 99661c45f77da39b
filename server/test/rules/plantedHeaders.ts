import type { PlantedLive } from './plantedLive.ts';

const book = 'postmortems/book-labels';
const owners = 'postmortems/owners-header';
const facts = 'postmortems/front-matter-facts';
const sections = 'postmortems/section-facts';
const roles = 'incidents/nested-roles';

/** Defects in documents whose header says more than most: sections as labels, facts in the front matter, nested roles. */
export const plantedHeaders: readonly PlantedLive[] = [
  [
    book,
    'impact-unmeasured',
    /212 merchants.*/,
    'Merchants received their ledger late.',
    '**Impact:** Merchants received their ledger late.',
  ],
  [book, 'no-preventive-action', '| prevent |', '| detect |', '## Action Items'],
  [
    book,
    'missing-field',
    '**Authors:** hwang, mbecker, osullivan\n\n',
    '',
    '# Ledger Export Postmortem (incident #611)',
  ],
  [
    owners,
    'action-group-owner',
    '@nakamura - [infra',
    '@example/infra-team - [infra',
    '- Add disk alerts for each cache host - @example/infra-team - [infra#882](https://github.com/example/infra/issues/882) - due 2026-03-25',
  ],
  [
    owners,
    'action-no-due',
    ' - due 2026-03-25',
    '',
    '- Add disk alerts for each cache host - @nakamura - [infra#882](https://github.com/example/infra/issues/882)',
  ],
  [owners, 'date-mismatch', 'Date/time: 2025-10-06', 'Date/time: 2025-10-16', 'Date/time: 2025-10-16'],
  [facts, 'invalid-field', 'severity: SEV-2', 'severity: severe', 'severity: severe'],
  [facts, 'invalid-field', 'status: Final', 'status: Finalised', 'status: Finalised'],
  [facts, 'missing-field', /authors:\n.*\n.*\n/, '', '# Internal resolver answered with stale records'],
  [facts, 'duration-mismatch', 'duration: 2h 10m', 'duration: 3h 10m', 'duration: 3h 10m'],
  [facts, 'date-mismatch', 'date: 2025-11-07', 'date: 2025-11-17', 'date: 2025-11-17'],
  [facts, 'severity-mismatch', 'Omar acknowledges.', 'Omar acknowledges, declares SEV-3.', 'severity: SEV-2'],
  [
    facts,
    'action-no-due',
    ', by 2026-04-14',
    '',
    '- [ ] Alert when the resolver answers with an address that no pod has, [NET-78](https://jira.example.com/browse/NET-78) (Omar Haddad)',
  ],
  [sections, 'severity-mismatch', 'on-call paged', 'on-call paged, SEV-1 declared', 'SEV-2'],
  [
    sections,
    'sum-mismatch',
    '640 customers; 58 wrote to support. Revenue was not affected.',
    '| Who | How many |\n|---|---|\n| Customers | 640 (400 in Spain, 230 in Italy) |',
    '| Customers | 640 (400 in Spain, 230 in Italy) |',
  ],
  [roles, 'role-missing', '  - Communications lead: jsmith\n', '', '## Command Hierarchy'],
  [roles, 'multi-role', 'Planning lead: rlopez', 'Planning lead: bvance', '  - Planning lead: bvance'],
  [
    roles,
    'resolved-unmet-objective',
    'Active, incident',
    'Resolved, incident',
    '- Login error rate below 1% for 20 minutes: **TODO**',
  ],
  [
    roles,
    'objective-unmeasurable',
    'Login error rate below 1% for 20 minutes',
    'Everything works again',
    '- Everything works again: **TODO**',
  ],
];
