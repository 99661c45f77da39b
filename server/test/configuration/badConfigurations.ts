/** A configuration that is wrong, and what is said of it. */
export interface BadConfiguration {
  readonly name: string;
  readonly text: string;
  /** As `line:column rule [words] message`, both counted from 1. */
  readonly said: readonly string[];
}

/** What the form alone tells: a JSON Schema finds it too. */
export const badForms: readonly BadConfiguration[] = [
  {
    name: 'a mistyped key',
    text: 'timezon: UTC\n',
    said: ['1:1 config-unknown-key [timezon] Unknown key "timezon"; did you mean "timezone"?'],
  },
  {
    name: 'a key that nothing is like, among few',
    text: 'sla:\n  credit:\n    colour: red\n',
    said: ['3:5 config-unknown-key [colour] Unknown key "colour"; the keys here are step, perStep and most.'],
  },
  {
    name: 'a key that nothing is like, among many',
    text: 'colour: red\n',
    said: ['1:1 config-unknown-key [colour] Unknown key "colour".'],
  },
  {
    name: 'an option that a rule does not have',
    text: 'rules:\n  missing-title: { level: off, strict: true }\n',
    said: ['2:32 config-unknown-key [strict] Unknown key "strict"; the only key here is level.'],
  },
  {
    name: 'a duration without its unit',
    text: 'severities:\n  - name: SEV-1\n    updateEvery: 30\n',
    said: ['3:18 config-type [30] "updateEvery" must be a duration such as "30 min", "4 h" or "1 day", not 30.'],
  },
  {
    name: 'a duration that is nearly one',
    text: 'onCall:\n  respondWithin: 15 mn\n',
    said: [
      '2:18 config-type [15 mn] "respondWithin" must be a duration such as "30 min", "4 h" or "1 day", not "15 mn"; did you mean "15 min"?',
    ],
  },
  {
    name: 'a word where another belongs',
    text: 'documents:\n  - files: docs/**\n    kind: runbok\n',
    said: ['3:11 config-type [runbok] "kind" must be runbook, incident, postmortem or none, not "runbok".'],
  },
  {
    name: 'an absolute glob',
    text: 'documents:\n  - files: [docs/**, /srv/docs/**]\n    kind: runbook\n',
    said: [
      '2:22 config-type [/srv/docs/**] An entry of "files" must be a glob such as "docs/runbooks/**", relative to the folder that holds .incident-docs, not "/srv/docs/**".',
    ],
  },
  {
    name: 'an entry without a key that it needs',
    text: 'documents:\n  - kind: runbook\n',
    said: ['2:5 config-type [kind] An entry of "documents" has no "files", and can\'t do without it.'],
  },
  {
    name: 'a list where a mapping belongs',
    text: 'review:\n  - daysAfter: 2\n',
    said: ['2:3 config-type [- daysAfter: 2] "review" must be a mapping of "key: value" lines, not a list.'],
  },
  {
    name: 'a word where a list belongs',
    text: 'roles: Commander\n',
    said: [
      '1:8 config-type [Commander] "roles" must be a list, each entry on a line that begins with "- ", not "Commander".',
    ],
  },
  {
    name: 'a fraction where a whole number belongs',
    text: 'review: { daysAfter: 2.5 }\n',
    said: ['1:22 config-type [2.5] "daysAfter" must be a whole number from 0 to 365, not 2.5.'],
  },
  {
    name: 'a number where text belongs',
    text: 'roles:\n  - name: 404\n',
    said: ['2:11 config-type [404] "name" must be text; put it in quotes: "404".'],
  },
  {
    name: 'a truth value that is none',
    text: 'roles:\n  - name: Scribe\n    changesSystem: yes\n',
    said: ['3:20 config-type [yes] "changesSystem" must be true or false, not "yes".'],
  },
  {
    name: 'a key without a value',
    text: 'timezone:\n',
    said: [
      '1:1 config-type [timezone] "timezone" must be a time zone such as "UTC" or "Europe/Berlin"; nothing stands here.',
    ],
  },
  {
    name: 'a level that is none',
    text: 'rules:\n  missing-title: warn\n',
    said: [
      '2:18 config-type [warn] "missing-title" must be off, hint, information, warning or error, or a mapping of "key: value" lines, not "warn".',
    ],
  },
  {
    name: 'an amount of money without a bound',
    text: 'severities:\n  - name: SEV-1\n    revenuePerHour: $10K\n    users: 50 %\n',
    said: [
      '3:21 config-type [$10K] "revenuePerHour" must be an amount of money such as "over $10K" or "from $1,500", not "$10K".',
      '4:12 config-type [50 %] "users" must be a share such as "over 50 %" or "from 10 %", not "50 %".',
    ],
  },
  {
    name: 'a list instead of the whole',
    text: '- timezone: UTC\n',
    said: ['1:1 config-type [- timezone: UTC] The file must be a mapping of "key: value" lines, not a list.'],
  },
];

/** What only the reader tells: names, calendars, and what does not fit together. */
export const badMeanings: readonly BadConfiguration[] = [
  {
    name: 'a time zone that does not exist',
    text: 'timezone: Europe/Berln\n',
    said: [
      '1:11 config-type [Europe/Berln] "timezone" must be a time zone such as "UTC" or "Europe/Berlin", not "Europe/Berln"; did you mean "Europe/Berlin"?',
    ],
  },
  {
    name: 'a day that the calendar does not have',
    text: 'onCall:\n  rotations:\n    - { team: Platform, starts: 2026-02-30 }\n',
    said: ['3:33 config-type [2026-02-30] "starts" must be a date such as "2026-01-05", not "2026-02-30".'],
  },
  {
    name: 'a share of more than everything',
    text: 'resolution: { errorRateBelow: 101 % }\n',
    said: ['1:31 config-type [101 %] "errorRateBelow" must be a percentage from 0 to 100 such as "5 %", not "101 %".'],
  },
  {
    name: 'a regular expression that is none',
    text: 'steps:\n  dangerousCommands:\n    - { pattern: "drop (", reason: Deletes }\n',
    said: [
      '3:18 config-type ["drop ("] "pattern" must be a regular expression such as "\\\\bdrop\\\\s+table\\\\b", not "drop (".',
    ],
  },
  {
    name: 'two entries of one name',
    text: 'severities:\n  - name: SEV-1\n  - name: SEV-1\n',
    said: ['3:11 config-type [SEV-1] "SEV-1" stands in "severities" twice; each entry needs a "name" of its own.'],
  },
  {
    name: 'a schedule that does not say when it begins',
    text: 'onCall:\n  rotations:\n    - team: Platform\n      schedule: [{ primary: a }, { primary: b }]\n',
    said: [
      '3:7 config-type [team] A schedule of several turns needs "starts", the day on which the first takes over, to tell whose turn it is.',
    ],
  },
  {
    name: 'an override that ends before it begins',
    text: 'onCall:\n  rotations:\n    - team: Platform\n      overrides:\n        - { from: 2026-03-02, until: 2026-03-01 18:00 }\n',
    said: ['5:38 config-type [2026-03-01 18:00] "until" must be later than "from", for the override to hold.'],
  },
  {
    name: 'a severity that does not exist',
    text: 'metrics:\n  mttr:\n    SEV-5: 3 h\n',
    said: ['3:5 config-reference [SEV-5] There is no severity "SEV-5"; did you mean "SEV-1"?'],
  },
  {
    name: 'a severity that the team has taken out',
    text: 'severities:\n  - name: P1\n  - name: P2\ndetection:\n  trafficBelow: { severity: SEV-1 }\n',
    said: ['5:29 config-reference [SEV-1] There is no severity "SEV-1"; there are P1 and P2.'],
  },
  {
    name: 'a role that does not exist',
    text: 'severities:\n  - name: SEV-1\n    roles: [Incident Comander]\n',
    said: [
      '3:13 config-reference [Incident Comander] There is no role "Incident Comander"; did you mean "Incident Commander"?',
    ],
  },
  {
    name: 'a service that does not exist',
    text: 'services: [{ name: Checkout }]\nsla: { services: [Checkuot] }\n',
    said: ['2:19 config-reference [Checkuot] There is no service "Checkuot"; did you mean "Checkout"?'],
  },
  {
    name: 'a template that another kind has',
    text: 'documents:\n  - files: docs/**\n    kind: runbook\n    template: google-sre\n',
    said: [
      '4:15 config-reference [google-sre] There is no runbook template "google-sre"; there are default and prometheus-operator.',
    ],
  },
  {
    name: 'a rule that does not exist',
    text: 'rules:\n  missing-titel: off\noverrides:\n  - kinds: runbook\n    rules: { titles: hint }\n',
    said: [
      '2:3 config-reference [missing-titel] There is no rule "missing-titel"; did you mean "missing-title"?',
      '5:14 config-reference [titles] There is no rule "titles".',
    ],
  },
  {
    name: 'a person who is not of the team',
    text: 'people: { amina: { email: amina@example.com } }\nonCall:\n  rotations:\n    - team: Platform\n      schedule: [{ primary: jonas }]\n',
    said: ['5:29 config-reference [jonas] There is no person "jonas"; there is amina.'],
  },
  {
    name: 'an owner who is neither team nor person',
    text: 'people: { amina: {} }\nonCall: { rotations: [{ team: Platform }] }\nservices: [{ name: Checkout, owner: Plattform }]\n',
    said: ['3:37 config-reference [Plattform] There is no team or person "Plattform"; did you mean "Platform"?'],
  },
  {
    name: 'an SLI and an SLO that do not exist',
    text: 'slos: [{ name: speed, sli: latncy, target: at most 500 ms }]\nservices: [{ name: Checkout, slos: [availability] }]\n',
    said: [
      '1:28 config-reference [latncy] There is no SLI "latncy"; did you mean "latency"?',
      '2:37 config-reference [availability] There is no SLO "availability"; there is speed.',
    ],
  },
];

/** What is no YAML, or not what one would think. */
export const badSyntax: readonly BadConfiguration[] = [
  {
    name: 'a list that does not end',
    text: 'timezone: UTC\nroles: [\n',
    said: [
      '3:1 config-syntax [] This is not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  },
  {
    name: 'a tab before a key',
    text: 'review:\n\tdaysAfter: 2\n',
    said: ['2:1 config-syntax [\t] This is not valid YAML: tabs are not allowed as indentation.'],
  },
  {
    name: 'a key that is there twice',
    text: 'timezone: UTC\ntimezone: Europe/Oslo\n',
    said: ['2:1 config-syntax [timezone] "timezone" stands here twice; keep one of the two.'],
  },
  {
    name: 'a second document',
    text: 'timezone: UTC\n---\ntimezone: Europe/Oslo\n',
    said: ['2:1 config-syntax [---] A second document begins here, which is not read; write all in one.'],
  },
  {
    name: 'a handle that is not in quotes',
    text: 'communication:\n  executives: [@petra]\n',
    said: ['2:16 config-syntax [@] This is not valid YAML: plain value cannot start with reserved character @.'],
  },
];
