import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The path that a document's URI stands for, with forward slashes: absolute for a file, and for an untitled document that
 * already has its place; for every other document its name alone.
 */
export function pathOfUri(uri: string): string {
  const filePath = filePathOfUri(uri);
  if (filePath !== undefined) return filePath;
  const path = decoded(uri.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, ''));
  return uri.startsWith('untitled:/') ? path : path.slice(path.lastIndexOf('/') + 1);
}

/** The absolute path of a `file:` URI with forward slashes; undefined for another URI, and for one that names no file here. */
export function filePathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return withForwardSlashes(fileURLToPath(uri));
  } catch {
    // A foreign host or an encoded slash: no file of this machine.
    return undefined;
  }
}

/** The `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** A path of this system as the core writes it: `c:/work/runbook.md`, the drive's letter small. */
export function withForwardSlashes(path: string): string {
  if (sep === '/') return path;
  return path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
