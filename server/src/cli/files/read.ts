import { readFile } from 'node:fs/promises';
import type { Failure } from '../failure.ts';
import { decodeText, type DecodedText } from './decode.ts';
import { reasonOf } from './reason.ts';

/** A text together with the bytes that it was read from. */
export interface SourceText extends DecodedText {
  readonly bytes: Uint8Array;
}

/** Reads a file as text; `shown` is what a failure calls it. */
export async function readSource(path: string, shown: string): Promise<SourceText | Failure> {
  try {
    return sourceOf(await readFile(path), shown);
  } catch (error) {
    return { failure: `"${shown}" can't be read: ${reasonOf(error)}.` };
  }
}

/** Reads bytes as text; `shown` is what a failure calls them. */
export function sourceOf(bytes: Uint8Array, shown: string): SourceText | Failure {
  const decoded = decodeText(bytes);
  if ('text' in decoded) return { ...decoded, bytes };
  const { offset, line } = decoded;
  return { failure: `"${shown}" is not UTF-8 text: its first bad byte is at offset ${offset}, on line ${line}.` };
}
