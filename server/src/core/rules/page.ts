/** Where `server/docs/` is published; a rule's page is the file of its name in `rules/`. */
const docs = 'https://github.com/incident-docs/incident-docs/blob/main/server/docs';

/** The address of the configuration's manual. */
export const configurationManualUrl = `${docs}/configuration.md`;

/** The address of the manual of templates. */
export const templateManualUrl = `${docs}/templates.md`;

/** The address of a rule's page. */
export function pageUrl(rule: string): string {
  return `${docs}/rules/${rule}.md`;
}
