/**
 * Prints what several steps say that run side by side as if they ran one after another: each has a page, and what is said
 * on a page before its turn is kept until all pages before it have ended.
 * @param print prints one line or more
 */
export function createPrintout(print = console.log) {
  const pages = [];
  const printDue = () => {
    while (pages.length > 0) {
      for (const text of pages[0].texts.splice(0)) print(text);
      if (!pages[0].ended) return;
      pages.shift();
    }
  };
  return {
    /** The next page: `{ say(text), end() }`. */
    page() {
      const page = { texts: [], ended: false };
      pages.push(page);
      return {
        say(text) {
          page.texts.push(text);
          printDue();
        },
        end() {
          page.ended = true;
          printDue();
        },
      };
    },
  };
}
