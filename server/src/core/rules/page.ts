/** Where the rules' pages are published; each is also the file of the same name in `server/docs/rules/`. */
const pages = 'https://github.com/incident-docs/incident-docs/blob/main/server/docs/rules';

/** The address of a rule's page. */
export function pageUrl(rule: string): string {
  return `${pages}/${rule}.md`;
}
