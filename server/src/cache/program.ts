import build from 'incident-docs:build';
import { digestOf } from './digest.ts';

/**
 * Names this build of the program and all that it runs on: another version of Node brings other Unicode tables and time
 * zones. A result of one program is none of another.
 */
export function programDigest(): string {
  const { TZ, LANG, LC_ALL } = process.env;
  return digestOf(JSON.stringify([build, process.versions, process.arch, TZ, LANG, LC_ALL]));
}
