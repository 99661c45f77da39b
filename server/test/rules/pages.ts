import texts from 'incident-docs:rule-pages';

/** An example document on a rule's page. */
export interface PageExample {
  /** What follows the language on the fence: the file's path; `document.md` where nothing does, for YAML the configuration's. */
  readonly path: string;
  readonly text: string;
}

/** A rule's page, taken apart. */
export interface RulePage {
  readonly id: string;
  readonly heading: string;
  readonly summary: string;
  /** The line of level, kinds and fix. */
  readonly facts: string;
  readonly sections: readonly string[];
  readonly wrong: readonly PageExample[];
  readonly right: readonly PageExample[];
  /** What its section "Options" says. */
  readonly options: string;
}

/** All pages of `server/docs/rules/`. */
export function readPages(): RulePage[] {
  return Object.entries(texts).map(([id, text]) => {
    const [heading = '', summary = '', facts = ''] = text.split(/\n{2,}/);
    return {
      id,
      heading,
      summary: summary.replaceAll('\n', ' '),
      facts: facts.replaceAll('\n', ' '),
      sections: [...outsideFences(text).matchAll(/^## (.+)$/gm)].map(([, name = '']) => name),
      wrong: examplesIn(text, 'Wrong'),
      right: examplesIn(text, 'Right'),
      options: /^## Options\n+(.*?)\n+(?=^## )/ms.exec(text)?.[1] ?? '',
    };
  });
}

const fence = /^(`{3,})(markdown|yaml)(?: (\S+))?\n(.*?)^\1$\n?/gms;
const paths: Readonly<Record<string, string>> = { markdown: 'document.md', yaml: '.incident-docs/config.yaml' };

function examplesIn(text: string, section: string): PageExample[] {
  const found: PageExample[] = [];
  for (const match of text.matchAll(fence)) {
    const above = [...outsideFences(text.slice(0, match.index)).matchAll(/^## (.+)$/gm)].at(-1)?.[1];
    const path = match[3] ?? paths[match[2] ?? ''] ?? '';
    if (above === section) found.push({ path: `/${path}`, text: match[4] ?? '' });
  }
  return found;
}

function outsideFences(text: string): string {
  return text.replace(/^(`{3,})[^\n]*\n.*?^\1$/gms, '');
}
