import { dubious, judging } from './plantedWords.ts';

/** One small edit of an example document, and what must be said of it. */
export interface PlantedDefect {
  readonly document: 'runbook' | 'postmortem';
  /** What somebody did to the document. */
  readonly what: string;
  readonly plant: (text: string) => string;
  readonly rule: string;
  /** The line on which it shows, as it reads in the edited document. */
  readonly line: string;
}

type Plant = PlantedDefect['plant'];

/** Replaces words that the document has; a defect that is not planted would prove nothing. */
function replace(words: string, by: string): Plant {
  return (text) => {
    if (!text.includes(words)) throw new Error(`The document has no "${words}".`);
    return text.replace(words, () => by);
  };
}

/** Removes a section with its heading. */
function withoutSection(heading: string): Plant {
  return (text) => moved(text, heading).rest;
}

/** Moves a section before another one. */
function moveBefore(heading: string, other: string): Plant {
  return (text) => {
    const { section, rest } = moved(text, heading);
    return replace(`## ${other}\n`, `${section}## ${other}\n`)(rest);
  };
}

function moved(text: string, heading: string): { readonly section: string; readonly rest: string } {
  const start = text.indexOf(`## ${heading}\n`);
  if (start < 0) throw new Error(`The document has no section "${heading}".`);
  const next = text.indexOf('\n## ', start);
  const end = next < 0 ? text.length : next + 1;
  return { section: text.slice(start, end), rest: text.slice(0, start) + text.slice(end) };
}

const title = '# Postmortem: Connection pool exhausted';
const postmortem = (what: string, rule: string, line: string, plant: Plant): PlantedDefect => ({
  document: 'postmortem',
  what,
  rule,
  line,
  plant,
});
const runbook = (what: string, rule: string, line: string, plant: Plant): PlantedDefect => ({
  document: 'runbook',
  what,
  rule,
  line,
  plant,
});

/** What is changed in the two example documents. */
const edited: readonly PlantedDefect[] = [
  postmortem('the title without words', 'missing-title', '# Postmortem:', replace(title, '# Postmortem:')),
  runbook(
    'the title without words',
    'missing-title',
    '# Runbook:',
    replace('# Runbook: High API Latency', '# Runbook:'),
  ),
  postmortem('no root cause', 'missing-section', title, withoutSection('Root Cause')),
  postmortem('no lessons', 'missing-section', title, withoutSection('Lessons Learned')),
  postmortem('no related incidents, the last section', 'missing-section', title, withoutSection('Related Incidents')),
  runbook('no escalation', 'escalation-missing', '# Runbook: High API Latency', withoutSection('Escalation')),
  runbook(
    'no symptoms, the first section',
    'missing-section',
    '# Runbook: High API Latency',
    withoutSection('Symptoms'),
  ),
  runbook('a misspelt heading', 'missing-section', '## Symptons', replace('## Symptoms', '## Symptons')),
  runbook('escalation too early', 'section-order', '## Escalation', moveBefore('Escalation', 'Impact')),
  postmortem('lessons too early', 'section-order', '## Lessons Learned', moveBefore('Lessons Learned', 'Root Cause')),
  postmortem('the summary too late', 'section-order', '## Summary', moveBefore('Summary', 'Action Items')),
  postmortem(
    'the resolution twice',
    'duplicate-section',
    '## Resolution (again)',
    replace('## What Went Well', '## Resolution (again)\nScaled the pool.\n\n## What Went Well'),
  ),
  postmortem(
    'an empty summary',
    'empty-section',
    '## Summary',
    replace('Brief description of what happened, impact, and resolution.\n', ''),
  ),
  postmortem(
    'a summary of a comment',
    'empty-section',
    '## Summary',
    replace('Brief description of what happened, impact, and resolution.', '<!-- later -->'),
  ),
  runbook(
    'empty symptoms',
    'empty-section',
    '## Symptoms',
    replace('- P99 latency > 2s\n- Increased timeout errors\n- User complaints about slow responses\n', ''),
  ),
  postmortem('no severity', 'missing-field', title, replace('**Severity:** SEV-2\n', '')),
  postmortem('no authors', 'missing-field', title, replace('**Authors:** Engineering Team\n', '')),
  postmortem(
    'no value of the status',
    'missing-field',
    '**Severity:**',
    replace('**Severity:** SEV-2', '**Severity:**'),
  ),
  postmortem(
    'no revenue impact',
    'missing-field',
    '## Impact',
    replace('- **Revenue Impact:** $15,000 estimated\n', ''),
  ),
  postmortem(
    'a date that is written otherwise',
    'invalid-field',
    '**Date:** January 15, 2024',
    replace('**Date:** 2024-01-15', '**Date:** January 15, 2024'),
  ),
  postmortem(
    'a day that is none',
    'invalid-field',
    '**Date:** 2024-01-32',
    replace('**Date:** 2024-01-15', '**Date:** 2024-01-32'),
  ),
  postmortem(
    'a severity of another vocabulary',
    'invalid-field',
    '**Severity:** P2',
    replace('**Severity:** SEV-2', '**Severity:** P2'),
  ),
  postmortem(
    'a severity that is none',
    'invalid-field',
    '**Severity:** Terrible',
    replace('**Severity:** SEV-2', '**Severity:** Terrible'),
  ),
  postmortem(
    'a mistyped status',
    'invalid-field',
    '**Status:** Compelte',
    replace('**Status:** Complete', '**Status:** Compelte'),
  ),
  postmortem(
    'a duration that is none',
    'invalid-field',
    '- **Duration:** far too long',
    replace('- **Duration:** 2 hours 35 minutes', '- **Duration:** far too long'),
  ),
  postmortem(
    'a template word in a finished document',
    'unfilled-placeholder',
    '- **Users Affected:** [How many, and what share of all]',
    replace('45,000 (30% of active users)', '[How many, and what share of all]'),
  ),
  postmortem(
    'a TBD in a finished document',
    'unfilled-placeholder',
    '1. TBD',
    replace('1. Always load test before major marketing campaigns', '1. TBD'),
  ),
  runbook(
    'a template word',
    'unfilled-placeholder',
    '- Secondary: [Team and channel]',
    replace('- Secondary: Database Team (#database-oncall)', '- Secondary: [Team and channel]'),
  ),
  postmortem(
    'a link to a file that is not there',
    'dead-link',
    '- [2023-11-03: Similar connection pool issue](postmortems/2023-11-30.md)',
    replace('postmortems/2023-11-03.md', 'postmortems/2023-11-30.md'),
  ),
  runbook(
    'a misspelt link',
    'dead-link',
    '- [Cache Issues](cache-isues.md)',
    replace('cache-issues.md', 'cache-isues.md'),
  ),
  runbook(
    'a link to a heading that is not there',
    'dead-anchor',
    '- [Rollback Procedures](rollback.md#one-version-back)',
    replace('rollback.md', 'rollback.md#one-version-back'),
  ),
  postmortem(
    'another date than that of the title',
    'date-mismatch',
    '**Date:** 2024-01-15',
    replace(title, `${title} on 2024-01-12`),
  ),
  postmortem(
    'another severity than the timeline ends with',
    'severity-mismatch',
    '**Severity:** SEV-3',
    replace('**Severity:** SEV-2', '**Severity:** SEV-3'),
  ),
  postmortem(
    'a longer duration than that of the timeline',
    'duration-mismatch',
    '**Duration:** 3 hours 35 minutes',
    replace('**Duration:** 2 hours 35 minutes', '**Duration:** 3 hours 35 minutes'),
  ),
  postmortem('an impact without a number', 'impact-unmeasured', '## Impact', (text) =>
    text.replace(/(## Impact\n)(?:- .*\n)+/, '$1Some users could no longer pay.\n'),
  ),
  postmortem(
    'two entries in the wrong order',
    'timeline-order',
    '- **14:25** - On-call engineer paged',
    replace(
      '- **14:25** - On-call engineer paged\n- **14:28** - Incident declared SEV-2\n',
      '- **14:28** - Incident declared SEV-2\n- **14:25** - On-call engineer paged\n',
    ),
  ),
  postmortem(
    'a stamp that can not be read',
    'timeline-unparsed',
    '- **1x:30** - Incident commander assigned',
    replace('- **14:30** - Incident commander', '- **1x:30** - Incident commander'),
  ),
  postmortem('no time zone', 'timezone-missing', '## Timeline', replace('## Timeline (UTC)', '## Timeline')),
  postmortem(
    'an action of nobody',
    'action-no-owner',
    '| Add load testing to deployment pipeline |  | 2024-01-25 | In Progress |',
    replace('pipeline | @bob |', 'pipeline |  |'),
  ),
  postmortem(
    'an action without a day',
    'action-no-due',
    '| Set up auto-scaling for database connections | @alice |  | Planned |',
    replace('| 2024-02-01 |', '|  |'),
  ),
  postmortem(
    'an action for a day that is none',
    'action-bad-date',
    '| Set up auto-scaling for database connections | @alice | 2024-02-31 | Planned |',
    replace('| 2024-02-01 |', '| 2024-02-31 |'),
  ),
  postmortem(
    'an action whose state nobody knows',
    'action-status-unknown',
    '| Set up auto-scaling for database connections | @alice | 2024-02-01 | Wibble |',
    replace('| Planned |', '| Wibble |'),
  ),
  postmortem(
    'an action that is late',
    'action-overdue',
    '| Set up auto-scaling for database connections | @alice | 2024-01-10 | Planned |',
    replace('| 2024-02-01 |', '| 2024-01-10 |'),
  ),
  runbook('a block without its language', 'fence-no-language', '```', replace('```bash', '```')),
  runbook(
    'a front matter that can not be read',
    'config-syntax',
    'tags: [api, latency',
    (text) => `---\ntags: [api, latency\n---\n\n${text}`,
  ),
];

/** What is written into the middle of a section. */
const written: readonly PlantedDefect[] = [
  ...judging.map(([rule, sentence]) =>
    postmortem(`"${sentence}"`, rule, sentence, replace('## Resolution\n', `${sentence}\n\n## Resolution\n`)),
  ),
  ...dubious.map(([rule, command]) =>
    runbook(
      `"${command}"`,
      rule,
      command,
      replace('### Option 2: Restart Pods\n', `\`\`\`bash\n${command}\n\`\`\`\n\n### Option 2: Restart Pods\n`),
    ),
  ),
  runbook(
    'a stale review',
    'review-stale',
    'last_reviewed: 2020-01-15',
    (text) => `---\nlast_reviewed: 2020-01-15\n---\n\n${text}`,
  ),
];

/** Defects of all the rules that the two example documents can have. */
export const plantedDefects: readonly PlantedDefect[] = [...edited, ...written];
