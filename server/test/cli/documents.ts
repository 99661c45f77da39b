/** A postmortem without a title: a warning that has a correction. */
export const untitled = '---\nkind: postmortem\n---\n\n## Summary\n\nThe pool was too small.\n';

/** A runbook whose front matter is no YAML: an error. */
export const broken = '---\nkind: runbook\nowner: [alice\n---\n\n# Runbook: Disk full\n\n## Symptoms\n\n- Alert\n';

/** Markdown that is none of our documents. */
export const readme = '# Some project\n\nTBD\n';

/** A text that would keep any parser busy: nobody writes such a thing, but somebody may send it. */
export const intricate = `# Postmortem: Disk full\n\n${'> '.repeat(5000)}deep\n`;
