/** Words of a document for a message: on one line, and cut short behind a whole word where they are long. */
export function excerpt(text: string, length = 50): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(length / 2))).trimEnd()} …`;
}
