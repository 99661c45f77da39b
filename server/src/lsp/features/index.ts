import { codeActions } from './codeActions.ts';
import { codeLenses } from './codeLenses.ts';
import { completion } from './completion/completion.ts';
import { definition } from './definition.ts';
import { documentLinks } from './documentLinks.ts';
import { documentStatus } from './documentStatus.ts';
import { documentSymbols } from './documentSymbols.ts';
import type { Feature } from './feature.ts';
import { fileRenames } from './fileRenames.ts';
import { foldingRanges } from './foldingRanges.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlayHints.ts';
import { liveSettings } from './liveSettings.ts';
import { memoryAtRest } from './memoryAtRest.ts';
import { onTypeFormatting } from './onTypeFormatting.ts';
import { pulledDiagnostics } from './pulledDiagnostics.ts';
import { pushedDiagnostics } from './pushedDiagnostics.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { reread } from './reread.ts';
import { selectionRanges } from './selectionRanges.ts';
import { sweeps } from './sweeps.ts';
import { watchedFiles } from './watchedFiles.ts';
import { wholeReadings } from './wholeReadings.ts';
import { workspaceFolders } from './workspaceFolders.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

/** All that the server does by the Language Server Protocol. */
export const features: readonly Feature[] = [
  reread,
  watchedFiles,
  wholeReadings,
  memoryAtRest,
  sweeps,
  liveSettings,
  workspaceFolders,
  documentStatus,
  pushedDiagnostics,
  pulledDiagnostics,
  codeActions,
  codeLenses,
  completion,
  onTypeFormatting,
  hover,
  documentSymbols,
  foldingRanges,
  selectionRanges,
  inlayHints,
  documentLinks,
  definition,
  references,
  rename,
  fileRenames,
  workspaceSymbols,
];
