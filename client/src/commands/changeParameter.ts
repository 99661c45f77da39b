import { window } from 'vscode';
import type { Refusal, StepsResult } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { stepsOf } from '../documents/steps.ts';
import { askValue, wrongValue } from '../parameters/ask.ts';
import { plainName, type Parameter } from '../parameters/parameter.ts';
import { readAnswers, type Answers } from './answers.ts';
import type { Command } from './command.ts';

/** Gives a parameter another value, which holds from the next step on. */
export const changeParameter: Command = {
  id: 'incidentDocs.changeParameter',
  title: 'Change Parameter',
  async run(context, given): Promise<{ readonly name: string } | Refusal | undefined> {
    const answers = readAnswers(given, ['name', 'value']);
    const known = await knownParameters(context);
    if (known.length === 0)
      return { reason: 'No parameter has a value yet, and the active document has no steps that need one.' };
    const parameter = await chosen(answers, known);
    if (parameter === undefined || 'reason' in parameter) return parameter;
    const before = parameter.secret ? undefined : await context.parameters.of(parameter.key);
    const answer = answers.get('value');
    if (answer !== undefined && typeof answer !== 'string') throw new TypeError('its answer "value" must be a text.');
    const value = answer ?? (await askValue(parameter, `Change ${parameter.name}`, before));
    if (value === undefined) return undefined;
    const reason = wrongValue(parameter, value);
    if (reason !== undefined) return { reason };
    await context.parameters.remember(parameter, value);
    return { name: parameter.name };
  },
};

async function chosen(answers: Answers, known: readonly Parameter[]): Promise<Parameter | Refusal | undefined> {
  const name = answers.get('name');
  if (typeof name === 'string') {
    const found = known.find((parameter) => [parameter.key, plainName(parameter.name)].includes(plainName(name)));
    const names = known.map((parameter) => parameter.name).join(', ');
    return found ?? { reason: `There is no parameter "${name}"; there are: ${names}.` };
  }
  const items = known.map((parameter) => ({
    label: parameter.name,
    ...(parameter.description === undefined ? {} : { detail: parameter.description }),
    parameter,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Change Parameter',
    placeHolder: 'Which parameter gets another value?',
    matchOnDetail: true,
  });
  return picked?.parameter;
}

/** The parameters of the active document's steps, and those that have a value besides. */
async function knownParameters({ server, parameters }: Context): Promise<readonly Parameter[]> {
  const found = new Map<string, Parameter>();
  const document = window.activeTextEditor?.document;
  const listed: StepsResult | Refusal | undefined =
    document?.languageId === 'markdown' ? await stepsOf(server, document) : undefined;
  if (listed && !isRefusal(listed))
    for (const parameter of listed.steps.flatMap((step) => step.parameters)) found.set(parameter.key, parameter);
  for (const remembered of await parameters.all())
    if (!found.has(remembered.key)) found.set(remembered.key, { ...remembered, choices: [] });
  return [...found.values()];
}
