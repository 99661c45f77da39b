/** The files around a document, as the editor or the command line sees them; the core knows no other file system. */
export interface Workspace {
  /** The absolute path of the workspace's folder with forward slashes; undefined outside any. */
  readonly root: string | undefined;
  /** Whether there is a file or folder at an absolute path. */
  exists(path: string): Promise<boolean>;
  /** The text at an absolute path, unsaved changes included; undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** The absolute paths of the workspace's Markdown files. */
  markdownFiles(): Promise<readonly string[]>;
}
