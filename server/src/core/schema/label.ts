/**
 * A heading or label as it is compared: lower case, without emoji, numbering ("3. Impact"), trailing qualifiers
 * ("Timeline (UTC)", "Timeline - all times in UTC"), quotes and closing punctuation.
 */
export function normalizeLabel(text: string): string {
  // Most are plain words, which stay as they are.
  if (/^[a-z]+(?: [a-z]+)*$/i.test(text)) return text.toLowerCase();
  return text
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\u{20E3}/gu, '')
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/[‘’`´]/g, "'")
    .replace(/[*_"“”]/g, '')
    .toLowerCase()
    .replace(/[([{（【][^()[\]{}（）【】]*[)\]}）】].*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:step|section|part)\s+\d+\s*[:.)-]?|\d+(?:\.\d+)*\s*[.):-]?|[ivx]{1,4}[.)])\s+/, '')
    .replace(/\s*[?!.:;,]+$/, '')
    .replace(/\s+&\s+/g, ' and ')
    .trim();
}

/** The label without what follows a dash or colon: `timeline - all times in utc` is `timeline`. */
export function withoutQualifier(normalized: string): string {
  return normalized.replace(/\s*(?:\s[-–—|/]\s|:\s).*$/, '').trim();
}

/**
 * The names that a heading holds beside others, as they are compared: those of "Behebung / Resolution", "概述 (Summary)" and
 * "Root Cause and Fix". Empty for a heading of one name.
 */
export function namesWithin(text: string): readonly string[] {
  const bracketed = [...text.matchAll(/[([{（【]([^()[\]{}（）【】]+)[)\]}）】]/g)].map(([, words = '']) =>
    normalizeLabel(words),
  );
  const parts = normalizeLabel(text).split(/\s+[-–—·]\s+|\s*[|/,]\s*|:\s+|\s+(?:and|und|et|y|\+)\s+/);
  const names = [...(parts.length > 1 ? parts : []), ...bracketed].map((part) => part.trim());
  return names.filter((name) => name !== '');
}

/** `What Went Well` as `what-went-well`. */
export function kebab(text: string): string {
  return normalizeLabel(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
