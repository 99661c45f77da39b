import { Emitter, TextDocuments, type Connection, type Event, type InitializeParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cacheFolder } from '../cache/folder.ts';
import { isTeamSetting } from '../core/configuration/file.ts';
import type { DocumentIndex } from '../core/model/documentIndex.ts';
import { readCacheOption, readClientSupport, readFolders, type ClientSupport } from './client.ts';
import { keepIndexes, type DocumentIndexes } from './documentIndexes.ts';
import { report } from './door.ts';
import { createEnvironments, type Environments } from './environments.ts';
import { factsOf, type Facts } from './facts.ts';
import { keepFileFacts } from './fileFacts.ts';
import { keepFileLists } from './fileLists.ts';
import { keepFirstReadings } from './firstReadings.ts';
import { keepReadings } from './openReadings.ts';
import { keepReadingsIn, keptNowhere } from './keptReadings.ts';
import { createReader, type Reading } from './reading.ts';
import { filePathOfUri, pathOfUri } from './uri.ts';
import { openFiles, readText } from './workspace.ts';

/** A change of a file on disk. */
export interface FileChange {
  readonly path: string;
  /** True for a file that is new or gone, and for a folder that is gone; false for a file whose text changed. */
  readonly appeared: boolean;
}

/** One client's connection and all that the server knows for it; the features share it and nothing else. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientSupport;
  /** The documents that are open in the editor. */
  readonly documents: TextDocuments<TextDocument>;
  readonly environments: Environments;
  /** Reads a document at its newest version, from the editor where it is open, else from the disk; undefined where it is neither. */
  readonly read: (uri: string) => Promise<Reading | undefined>;
  /** What is known of a document at its newest version, which needs no reading where it has been kept; undefined as above. */
  readonly known: (uri: string) => Promise<Facts | undefined>;
  /** Reads an open document as a whole; false where its parts had come to something else, and are forgotten now. */
  readonly holds: (uri: string) => boolean;
  /** The paths of the Markdown files of all workspace folders. */
  readonly markdownFiles: () => Promise<readonly string[]>;
  /** What is known of the file at a path, unsaved changes included; undefined where no file can be read. */
  readonly facts: (path: string) => Promise<Facts | undefined>;
  /** Adds and takes away folders of the workspace, by their absolute paths. */
  readonly changeFolders: (added: readonly string[], removed: readonly string[]) => void;
  /** Drops what no longer holds after changes on disk. */
  readonly filesChanged: (changes: readonly FileChange[]) => void;
  /** Fires whenever a version of an open document is known that is still the newest. */
  readonly onDidRead: Event<Facts>;
  /** Fires when readings have been dropped, so that whoever shows them reads again. */
  readonly onDidForget: Event<void>;
}

/** Opens the session that a client's `initialize` asks for. */
export function openSession(connection: Connection, params: InitializeParams): Session {
  const client = readClientSupport(params);
  const documents = new TextDocuments(TextDocument);
  const uris = new Map<string, string>();
  documents.onDidOpen(({ document }) => uris.set(pathOfUri(document.uri), document.uri));
  documents.onDidClose(({ document }) => uris.delete(pathOfUri(document.uri)));
  const openAt = (path: string): TextDocument | undefined => documents.get(uris.get(path) ?? '');

  let folders = readFolders(params);
  const complain = (message: string): void => connection.console.warn(message);
  const lists = keepFileLists(client.watchesFiles, complain);
  const files = openFiles((path) => openAt(path)?.getText(), lists.below);
  const environments = createEnvironments(() => folders, files, complain);
  const indexes: DocumentIndexes = keepIndexes({
    markdownFiles: lists.below,
    facts: async (path) => (await facts(path))?.document,
    gathered: (root, index) => judgeAnew(root, index),
    failed: (error) => report(connection, 'Gathering what is known of the documents', error),
  });
  const reader = createReader(environments, indexes);
  const cache = readCacheOption(params) ? cacheFolder() : undefined;
  const store = cache === undefined ? keptNowhere : keepReadingsIn(cache, environments, indexes);
  connection.onShutdown(() => store.save());
  const firstReadings = keepFirstReadings(() => folders, environments, indexes, store, complain);
  const openReadings = keepReadings(documents, reader, store, firstReadings);
  const fileFacts = keepFileFacts(reader, store, client.watchesFiles);
  const didForget = new Emitter<void>();

  const facts = async (path: string): Promise<Facts | undefined> => {
    const uri = openAt(path)?.uri;
    return (uri === undefined ? undefined : await openReadings.facts(uri)) ?? fileFacts.of(path);
  };
  const judgeAnew = (root: string, index: DocumentIndex): void => {
    let forgotten = 0;
    const isOutdated = ({ outdatedBy }: Pick<Reading, 'outdatedBy'>): boolean => {
      const outdated = outdatedBy(root, index);
      if (outdated) forgotten++;
      return outdated;
    };
    openReadings.forget(isOutdated);
    fileFacts.forget((_, known) => isOutdated(known));
    if (forgotten > 0) didForget.fire();
  };

  const forgetAll = (): void => {
    lists.forget();
    environments.forget();
    openReadings.forget(() => true);
    firstReadings.renew();
    fileFacts.forget(() => true);
    indexes.renew();
    didForget.fire();
  };
  const read = async (uri: string): Promise<Reading | undefined> => {
    if (documents.get(uri)) return openReadings.newest(uri);
    const path = filePathOfUri(uri);
    const text = path === undefined ? undefined : await readText(path);
    return path === undefined || text === undefined
      ? undefined
      : reader({ uri, version: null, source: { path, text } }, () => false);
  };
  return {
    connection,
    client,
    documents,
    environments,
    onDidRead: openReadings.onDidRead,
    onDidForget: didForget.event,
    read,
    async known(uri) {
      if (documents.get(uri)) return openReadings.facts(uri);
      const reading = await read(uri);
      return reading && factsOf(reading);
    },
    holds: (uri) => openReadings.holds(uri),
    async markdownFiles() {
      return [...new Set((await Promise.all(folders.map(lists.below))).flat())];
    },
    facts,
    changeFolders(added, removed) {
      folders = [...folders.filter((folder) => !removed.includes(folder)), ...added];
      forgetAll();
    },
    filesChanged(changes) {
      if (changes.some(({ path }) => isTeamSetting(path))) return forgetAll();
      if (changes.some(({ appeared }) => appeared)) lists.forget();
      const affects = ({ dependencies }: Pick<Facts, 'dependencies'>): boolean =>
        changes.some(({ path, appeared }) => dependencies.affectedBy(path, appeared));
      openReadings.forget(affects);
      fileFacts.forget(
        (path, known) =>
          affects(known) || changes.some((change) => path === change.path || path.startsWith(`${change.path}/`)),
      );
      indexes.renew();
      didForget.fire();
    },
  };
}
