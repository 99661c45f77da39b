/**
 * Characters that hide what a command does: controls (tab and newline aside), formatting such as bidi marks, zero-width
 * spaces and soft hyphens, separators, and blank fillers. A zero-width joiner within an emoji is what it seems.
 */
const hidden =
  /(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic})|[\t\n]|([\p{Cc}\p{Cf}\u2028\u2029\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5|[\u{E0100}-\u{E01EF}])/gu;

/** What is wrong with a block that holds such characters, as a sentence that shows them; undefined where it holds none. */
export function hiddenCharacters(block: string): string | undefined {
  const line = block.split('\n').findIndex((text) => visible(text) !== text);
  if (line === -1) return undefined;
  const shown = visible(block.split('\n')[line] ?? '').trim();
  return `Line ${line + 1} of this block holds characters that can't be seen, so it does not run: ${shown}`;
}

/** A text with such characters in visible form. */
export function visible(text: string): string {
  return text.replace(hidden, (found, character?: string) => {
    const code = character?.codePointAt(0);
    return code === undefined ? found : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
