import texts from 'incident-docs:templates';
import { readTemplate } from './readTemplate.ts';
import type { Template } from './template.ts';

/** The built-in templates, the default of each kind first. */
export function builtInTemplates(): readonly Template[] {
  const templates = Object.entries(texts).map(([path, text]) => {
    const { template, problems } = readTemplate(path.slice(path.indexOf('/') + 1), `${path}.md`, text);
    if (!template || problems.length > 0)
      throw new Error(`The built-in template ${path} is broken: ${problems[0]?.message ?? ''}`);
    return template;
  });
  return templates.toSorted((a, b) => Number(b.name === 'default') - Number(a.name === 'default'));
}
