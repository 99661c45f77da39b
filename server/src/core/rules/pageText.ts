import pages from 'incident-docs:rule-pages';

/** A rule's page in Markdown; undefined for a name that is no rule's. */
export function pageText(rule: string): string | undefined {
  return Object.hasOwn(pages, rule) ? pages[rule] : undefined;
}
