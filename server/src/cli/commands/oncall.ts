import type { Configuration } from '../../core/configuration/configuration.ts';
import { personName, whoIsOnCall, type OnCallAnswer } from '../../core/onCall/teams.ts';
import { joinPath } from '../../core/text/path.ts';
import { createEnvironments } from '../environments.ts';
import { absolutePath } from '../files/path.ts';
import { readMoment } from '../lint/moment.ts';
import type { Command } from './command.ts';
import { unexpectedOperand } from './operands.ts';

/** Says who is on call, now or at a time, and whom to page next. */
export const oncall: Command = {
  name: 'oncall',
  operands: '',
  summary: 'Say who is on call, and whom to page next',
  notes: 'The rotations stand under "onCall" in .incident-docs/config.yaml. Times are in UTC.',
  options: [
    { name: 'team', value: 'TEAM', summary: 'Whose rotation; the first one where it is left out' },
    { name: 'at', value: 'ISO', summary: 'When: 2026-03-30T09:00Z; now where it is left out' },
    { name: 'config', value: 'FILE', summary: 'A configuration that holds instead of .incident-docs/config.yaml' },
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], summary: 'How to print: text, json' },
  ],
  async run(given, terminal) {
    if (unexpectedOperand(given, 0, terminal)) return 2;
    const iso = given.value('at');
    const at = iso === undefined ? Date.now() : readMoment(iso);
    if (at === undefined) {
      terminal.complain(`The option --at takes a date and time such as 2026-03-30T09:00Z, not "${iso ?? ''}".`);
      return 2;
    }
    const { workingFolder } = terminal;
    let isSound = true;
    const complain = (sentence: string): void => {
      isSound = false;
      terminal.complain(sentence);
    };
    const file = given.value('config');
    const environments = createEnvironments(
      workingFolder,
      at,
      complain,
      file === undefined ? undefined : absolutePath(workingFolder, file),
    );
    const { configuration } = await environments.of(joinPath(workingFolder, 'anything.md'));
    if (!isSound) return 2;
    const answer = whoIsOnCall(configuration, given.value('team'), at);
    if ('reason' in answer) {
      terminal.complain(answer.reason);
      return 2;
    }
    await terminal.print(given.value('format') === 'json' ? asData(answer) : asText(answer, configuration));
    return 0;
  },
};

function asData({ watch, escalation }: OnCallAnswer): string {
  const { team, primary = null, secondary = null, from, until } = watch;
  const levels = escalation.map(({ level, name, person = null, after }) => ({ level, name, person, after }));
  const data = { team, primary, secondary, from: isoOf(from), until: isoOf(until), escalation: levels };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function asText({ watch, escalation }: OnCallAnswer, configuration: Configuration): string {
  const nobody = 'nobody';
  const name = (person: string | undefined): string =>
    person === undefined ? nobody : personName(configuration, person);
  const rows = [
    ['Team', watch.team],
    ['Primary', name(watch.primary)],
    ['Secondary', name(watch.secondary)],
    ['From', isoOf(watch.from)],
    ['Until', isoOf(watch.until)],
  ];
  const levels = escalation.map(
    ({ level, name: title, person, after }) =>
      `  ${level}. ${title}${person === undefined ? '' : `: ${name(person)}`}, has ${after} min to answer\n`,
  );
  const width = Math.max(...rows.map(([label = '']) => label.length));
  const head = rows.map(([label = '', value = '']) => `${label.padEnd(width)}  ${value}\n`).join('');
  return `${head}\nWhen nobody answers:\n${levels.join('')}`;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
