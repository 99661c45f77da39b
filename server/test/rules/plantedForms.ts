import type { PlantedLive } from './plantedLive.ts';

const bold = 'postmortems/bold-headings';
const html = 'postmortems/html-blocks';

/** Defects in documents whose headings are bold lines, or HTML. */
export const plantedForms: readonly PlantedLive[] = [
  [
    bold,
    'missing-section',
    /\*\*Resolution\*\*[^]*?(?=\*\*What Went Well)/,
    '',
    '# Postmortem: Search returned no results',
  ],
  [bold, 'empty-section', '- The alert named the alias.', '', '**What Went Well**'],
  [bold, 'duplicate-section', '**Related Incidents**', '**Impact**\n\nx\n\n**Related Incidents**', '**Impact**'],
  [bold, 'impact-unmeasured', /31,000 searches[^]*?22 %\./, 'Some customers wrote to us.', '**Impact**'],
  [bold, 'timeline-order', '**09:18**', '**09:51**', '- **09:51** - Mira acknowledges'],
  [bold, 'timeline-unparsed', '**09:31**', '**09:61**', '- **09:61** - The empty index is found'],
  [bold, 'timezone-missing', 'Timeline (UTC)', 'Timeline', '**Timeline**'],
  [bold, 'duration-mismatch', '**Duration:** 48 minutes', '**Duration:** 58 minutes', '**Duration:** 58 minutes'],
  [
    bold,
    'action-no-owner',
    '(owner: @jon, due: 2026-06-01)',
    '(due: 2026-06-01)',
    '- [ ] Compare the number of documents before the job switches the alias (due: 2026-06-01)',
  ],
  [
    bold,
    'action-no-due',
    '(owner: @mira, due: 2026-06-15)',
    '(owner: @mira)',
    '- [ ] Alert on zero results within 2 minutes (owner: @mira)',
  ],
  [
    bold,
    'action-vague',
    'Alert on zero results within 2 minutes',
    'Be more careful with aliases',
    '- [ ] Be more careful with aliases (owner: @mira, due: 2026-06-15)',
  ],
  [
    bold,
    'blame-language',
    'The alert named the alias.',
    'Jon was careless with the alias.',
    '- Jon was careless with the alias.',
  ],
  [
    html,
    'missing-section',
    /<h2>Resolution<\/h2>[^]*?(?=<h2>What Went Well)/,
    '',
    '<h1>Postmortem: Uploads failed in eu-west</h1>',
  ],
  [html, 'empty-section', '- Only one node was full.', '', '<h2>Where We Got Lucky</h2>'],
  [
    html,
    'duplicate-section',
    '<h2>Related Incidents</h2>',
    '<h2>Impact</h2>\n\nx\n\n<h2>Related Incidents</h2>',
    '<h2>Impact</h2>',
  ],
  [html, 'timezone-missing', 'Timeline (UTC)', 'Timeline', '<h2>Timeline</h2>'],
  [
    html,
    'timeline-unparsed',
    '<b>13:11</b>',
    '<b>13:71</b>',
    '<li><b>13:71</b> - <code>UploadErrors</code> fires (detected)</li>',
  ],
  [
    html,
    'dead-anchor',
    '#root-cause',
    '#root-couse',
    '<p>4,100 failed uploads of 1,300 users. See the <a href="#root-couse">cause</a>.</p>',
  ],
  [
    html,
    'action-no-owner',
    'owner: @sena, due',
    'due',
    '<li>Delete parts older than a day every night (due: 2026-08-01)</li>',
  ],
  [
    html,
    'action-bad-date',
    '2026-08-15',
    '2026-13-40',
    '<li>List muted disk alerts in the weekly review (owner: @paul, due: 2026-13-40)</li>',
  ],
  [
    html,
    'action-overdue',
    '2026-08-15',
    '2025-08-15',
    '<li>List muted disk alerts in the weekly review (owner: @paul, due: 2025-08-15)</li>',
  ],
];
