import type { Feature } from '../features/feature.ts';
import { afterFailure } from './afterFailure.ts';
import { alert } from './alert.ts';
import { catalog } from './catalog.ts';
import { draftUpdate, updatePlan } from './draftUpdate.ts';
import { entryOutput } from './entryOutput.ts';
import { incidentChange } from './incidentChange.ts';
import { incidentState } from './incidentState.ts';
import { incidents } from './incidents.ts';
import { liveIncidents } from './liveIncidents.ts';
import { linkPostmortem, newDocument, onCallChecklist } from './newDocument.ts';
import { mask } from './mask.ts';
import { newIncident } from './newIncident.ts';
import { onCall } from './onCall.ts';
import { resolutionState, resolveIncident } from './resolution.ts';
import { pastedEntries } from './pastedEntries.ts';
import { resolveStep } from './resolveStep.ts';
import { setKind } from './setKind.ts';
import { stepAt } from './stepAt.ts';
import { stepGuards } from './stepGuards.ts';
import { steps } from './steps.ts';
import { timelineEntry } from './timelineEntry.ts';
import { triage, triageQuestions } from './triage.ts';
import { workspaceOverview } from './workspaceOverview.ts';

/** All that the server answers beyond the Language Server Protocol. */
export const requests: readonly Feature[] = [
  setKind,
  catalog,
  newIncident,
  timelineEntry,
  pastedEntries,
  stepAt,
  resolveStep,
  stepGuards,
  afterFailure,
  mask,
  entryOutput,
  liveIncidents,
  onCall,
  steps,
  incidentChange,
  incidentState,
  newDocument,
  linkPostmortem,
  onCallChecklist,
  incidents,
  resolutionState,
  resolveIncident,
  draftUpdate,
  updatePlan,
  alert,
  triageQuestions,
  triage,
  workspaceOverview,
];
