import { isUtf8 } from 'node:buffer';

/** A file's text as it was read from bytes. */
export interface DecodedText {
  readonly text: string;
  /** The byte order mark that stood before the text, to be written back with it. */
  readonly mark: '' | '\uFEFF';
}

/** Where bytes stop being UTF-8. */
export interface BadByte {
  /** The offset of the first byte that belongs to no character. */
  readonly offset: number;
  /** The line that holds it, counted from 1. */
  readonly line: number;
}

/** The text of bytes in UTF-8, without its byte order mark; the place of the first bad byte where they are no UTF-8. */
export function decodeText(bytes: Uint8Array): DecodedText | BadByte {
  if (!isUtf8(bytes)) return firstBadByte(bytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return text.startsWith('\uFEFF') ? { text: text.slice(1), mark: '\uFEFF' } : { text, mark: '' };
}

function firstBadByte(bytes: Uint8Array): BadByte {
  // A prefix that ends within a character is still good in streaming mode, so "is good" flips once along the bytes.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (prefixText(bytes, middle) === undefined) bad = middle;
    else good = middle;
  }
  const before = prefixText(bytes, good) ?? '';
  return { offset: Buffer.byteLength(before), line: before.split('\n').length };
}

/** The whole characters among the first bytes; undefined where they are no UTF-8. */
function prefixText(bytes: Uint8Array, length: number): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes.subarray(0, length), { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
