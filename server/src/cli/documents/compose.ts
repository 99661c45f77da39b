import { newDocument } from '../../core/edits/newDocument.ts';
import { newIncident } from '../../core/edits/newIncident.ts';
import { newPostmortem } from '../../core/edits/postmortem/newPostmortem.ts';
import type { Environment } from '../../core/environment.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { severityIn } from '../../core/model/values/severity.ts';
import { onCallChecklist } from '../../core/onCall/checklist.ts';
import { chooseTemplate } from '../../core/schema/chooseTemplate.ts';
import type { DocumentKind } from '../../core/schema/vocabulary.ts';
import type { Failure } from '../failure.ts';

/** What a new document is to be. */
export interface Wish {
  readonly kind: DocumentKind | 'checklist';
  readonly title: string | undefined;
  readonly template: string | undefined;
  readonly severity: string | undefined;
  readonly team: string | undefined;
  /** What a postmortem is written from. */
  readonly incident: IncidentDocument | undefined;
  /** The absolute path of the folder that it will stand in. */
  readonly folder: string;
}

/** The text of a new document, and how its file is called; fails for what the team does not have. */
export async function compose(
  wish: Wish,
  environment: Environment,
): Promise<{ readonly text: string; readonly fileName: string } | Failure> {
  const { kind, folder, incident, title } = wish;
  const { configuration, now: at } = environment;
  if (kind === 'checklist') {
    const made = onCallChecklist(configuration, wish.team, at);
    return 'reason' in made ? { failure: made.reason } : made;
  }
  const template = chooseTemplate(kind, wish.template, environment);
  if ('reason' in template) return { failure: template.reason };
  if (incident) return newPostmortem({ incident, title, folder }, template, environment);

  const names = configuration.severities.map(({ name }) => name);
  const severity = wish.severity === undefined ? undefined : severityIn(wish.severity, names)?.name;
  if (wish.severity !== undefined && severity === undefined)
    return { failure: `There is no severity "${wish.severity}"; choose from ${names.join(', ')}.` };
  if (kind !== 'incident' || severity === undefined)
    return newDocument({ title: title ?? '', severity, at, folder }, template);
  const facts = { title: title ?? '', severity, services: [], commander: undefined, trigger: undefined, at };
  return newIncident(facts, template, configuration.severities);
}
