import type { Alert } from '../../core/alerts/alert.ts';
import { plainWords, runbooksFor } from '../../core/alerts/incident.ts';
import { suggestSeverity } from '../../core/alerts/suggestion.ts';
import { declaredIncident } from '../../core/edits/declaredIncident.ts';
import { newDocument } from '../../core/edits/newDocument.ts';
import { newPostmortem } from '../../core/edits/postmortem/newPostmortem.ts';
import type { Environment } from '../../core/environment.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { severityIn } from '../../core/model/values/severity.ts';
import { onCallChecklist } from '../../core/onCall/checklist.ts';
import { chooseTemplate } from '../../core/schema/chooseTemplate.ts';
import type { Template } from '../../core/schema/template.ts';
import type { DocumentKind } from '../../core/schema/vocabulary.ts';
import { severityUnjudged } from '../../core/triage/triage.ts';
import type { Failure } from '../failure.ts';

/** What a new document is to be. */
export interface Wish {
  readonly kind: DocumentKind | 'checklist';
  readonly title: string | undefined;
  readonly template: string | undefined;
  readonly severity: string | undefined;
  readonly team: string | undefined;
  /** Who commands an incident. */
  readonly commander: string | undefined;
  /** What an incident begins with, and the documents of its workspace. */
  readonly alert: Alert | undefined;
  readonly around: readonly DocumentFacts[];
  /** What a postmortem is written from. */
  readonly incident: IncidentDocument | undefined;
  /** The absolute path of the folder that it will stand in. */
  readonly folder: string;
}

/** The text of a new document. */
export interface Composed {
  readonly text: string;
  /** How its file is called. */
  readonly fileName: string;
  /** What the person who asked for it may want to know. */
  readonly remark?: string;
}

/** The text of a new document, and how its file is called; fails for what the team does not have. */
export async function compose(wish: Wish, environment: Environment): Promise<Composed | Failure> {
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
  if (kind === 'incident') return composeIncident({ ...wish, severity }, template, environment);
  return newDocument({ title: title ?? '', severity, at, folder }, template);
}

/** A live incident; where neither a person nor the alert has judged its severity, it begins as triage would have it. */
async function composeIncident(
  { title, severity, alert, around, commander, folder }: Wish,
  template: Template,
  { configuration, now: at }: Environment,
): Promise<Composed> {
  const suggested = alert && suggestSeverity(alert, configuration);
  const chosen = severity ?? suggested?.severity ?? severityUnjudged(configuration.severities)?.name;
  const name = title ?? alert?.title ?? '';
  if (chosen === undefined) return newDocument({ title: name, at, folder }, template);
  const isUnjudged = severity === undefined && !suggested;
  const reasons = chosen === suggested?.severity ? suggested.reasons.map(plainWords) : [];
  const made = declaredIncident(
    {
      title: name,
      severity: chosen,
      reason: isUnjudged ? 'its severity is not judged yet' : reasons.join('; '),
      services: alert?.services ?? [],
      commander,
      trigger: alert ? 'Automated alert' : undefined,
      at,
      alert,
      runbooks: alert ? runbooksFor(alert, around) : [],
      folder,
    },
    template,
    configuration,
  );
  const remark = `It begins as ${chosen}, because nothing says how severe it is; --severity names another.`;
  return isUnjudged ? { ...made, remark } : made;
}
