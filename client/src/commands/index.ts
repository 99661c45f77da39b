import { addStepOutput } from './addStepOutput.ts';
import { addStepToTimeline } from './addStepToTimeline.ts';
import { assignRole } from './assignRole.ts';
import { changeKind } from './changeKind.ts';
import { changeParameter } from './changeParameter.ts';
import { changeSeverity } from './changeSeverity.ts';
import { changeStatus } from './changeStatus.ts';
import type { Command } from './command.ts';
import { copyStep } from './copyStep.ts';
import { draftStatusUpdate } from './draftStatusUpdate.ts';
import { escalate } from './escalate.ts';
import { exportRunHistory } from './exportRunHistory.ts';
import { forgetParameters } from './forgetParameters.ts';
import { incidentActions } from './incidentActions.ts';
import { insertTimelineEntry } from './insertTimelineEntry.ts';
import { markStepDone } from './markStepDone.ts';
import { openPostmortem } from './openPostmortem.ts';
import { pasteTimelineEntries } from './pasteTimelineEntries.ts';
import { newFromTemplate } from './newFromTemplate.ts';
import { newOnCallChecklist } from './newOnCallChecklist.ts';
import { newPostmortem } from './newPostmortem.ts';
import { newRunbook } from './newRunbook.ts';
import { resolveIncident } from './resolveIncident.ts';
import { restartServer } from './restartServer.ts';
import { runAgain } from './runAgain.ts';
import { runFromHere } from './runFromHere.ts';
import { runSection } from './runSection.ts';
import { runStep } from './runStep.ts';
import { setWebhook } from './setWebhook.ts';
import { showActionItems } from './showActionItems.ts';
import { showBacklinks } from './showBacklinks.ts';
import { showOutput } from './showOutput.ts';
import { showRollback } from './showRollback.ts';
import { showRunHistory } from './showRunHistory.ts';
import { startIncident } from './startIncident.ts';
import { stopStep } from './stopStep.ts';
import { triage } from './triage.ts';
import { updateAffected } from './updateAffected.ts';
import { updateObjective } from './updateObjective.ts';
import { updateReport } from './updateReport.ts';
import { whoIsOnCall } from './whoIsOnCall.ts';

/** Every command; each has an entry in the manifest. */
export const allCommands: readonly Command[] = [
  startIncident,
  triage,
  insertTimelineEntry,
  pasteTimelineEntries,
  changeSeverity,
  changeStatus,
  assignRole,
  updateObjective,
  updateAffected,
  updateReport,
  resolveIncident,
  newPostmortem,
  newRunbook,
  newFromTemplate,
  newOnCallChecklist,
  draftStatusUpdate,
  setWebhook,
  incidentActions,
  runStep,
  runSection,
  runFromHere,
  runAgain,
  copyStep,
  stopStep,
  openPostmortem,
  showActionItems,
  showBacklinks,
  whoIsOnCall,
  escalate,
  markStepDone,
  addStepToTimeline,
  addStepOutput,
  showRollback,
  showRunHistory,
  exportRunHistory,
  changeParameter,
  forgetParameters,
  changeKind,
  restartServer,
  showOutput,
];
