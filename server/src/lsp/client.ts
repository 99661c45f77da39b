import type { InitializeParams } from 'vscode-languageserver/node';
import { filePathOfUri } from './uri.ts';

/** What the client on the other end can do, as far as the server's answers depend on it. */
export interface ClientSupport {
  /** Whether it asks for diagnostics itself; then none are pushed, for it would show everything twice. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  /** Whether edits may say for which version of a document they are made. */
  readonly versionedEdits: boolean;
  /** Whether edits may rename files. */
  readonly renamesFiles: boolean;
  readonly snippets: boolean;
  readonly nestedSymbols: boolean;
  readonly markdownHovers: boolean;
  /** Whether it can be asked, after the start, to report changes of files. */
  readonly watchesFiles: boolean;
  /** The most folding ranges it takes for one document. */
  readonly foldingRangeLimit: number;
}

/** Reads what the client says of itself when it connects. */
export function readClientSupport({ capabilities }: InitializeParams): ClientSupport {
  const { textDocument, workspace } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    renamesFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    foldingRangeLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  };
}

/** Whether what is found in documents may be kept on the disk: unless the initialization option `cache` says false. */
export function readCacheOption({ initializationOptions }: InitializeParams): boolean {
  const options: unknown = initializationOptions;
  return !(typeof options === 'object' && options !== null && 'cache' in options && options.cache === false);
}

/** The paths of the folders that the client opens with; clients older than workspace folders name one root. */
export function readFolders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return folderPaths(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []));
}

/** The absolute paths of folders; those that are not on this machine are left out. */
export function folderPaths(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.flatMap(({ uri }) => filePathOfUri(uri)?.replace(/(?<=[^/:])\/+$/, '') ?? []);
}
