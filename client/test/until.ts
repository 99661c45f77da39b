/** How long a test waits for what must come, in ms. */
const limit = 40_000;

/** What `look` finds, once it finds something other than undefined and false; fails where it has found nothing in time. */
export async function until<T extends object | string | number | true>(
  what: string,
  look: () => T | false | undefined | Promise<T | false | undefined>,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
