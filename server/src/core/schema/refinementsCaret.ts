import { readLabels } from '../parse/labels.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline, type Outline } from '../parse/outline.ts';
import { explain, type Explanation } from '../shapes/explain.ts';
import { suggestions, type Suggestion } from '../shapes/suggest.ts';
import { moved, type Span } from '../text/span.ts';
import { frontMatterShape } from './refinements.ts';
import { knownRoles } from './synonyms.ts';
import { anew } from '../text/knowledge.ts';

/** What can be written at an offset of a template: nothing outside its front matter. */
export function suggestRefinementsAt(text: string, offset: number): readonly Suggestion[] {
  const outline = buildOutline(parseMarkdown(text), text);
  const yaml = frontMatterAround(outline, offset);
  if (!yaml) return [];
  const inside = text.slice(yaml.start, yaml.end);
  return suggestions(inside, frontMatterShape, offset - yaml.start, (of) => namesOf(of, outline, text)).map(
    (suggestion) => ({ ...suggestion, span: moved(suggestion.span, yaml.start) }),
  );
}

/** What stands at an offset of a template's front matter, explained; undefined where nothing is known of it. */
export function explainRefinementsAt(text: string, offset: number): Explanation | undefined {
  const yaml = frontMatterAround(buildOutline(parseMarkdown(text), text), offset);
  const found = yaml && explain(text.slice(yaml.start, yaml.end), frontMatterShape, offset - yaml.start);
  return found && { ...found, span: moved(found.span, yaml.start) };
}

/** The front matter's YAML, where an offset lies in it. */
function frontMatterAround({ frontMatter }: Outline, offset: number): Span | undefined {
  const span = frontMatter?.yamlSpan;
  return span && span.start <= offset && offset <= span.end ? span : undefined;
}

function namesOf(of: string, outline: Outline, text: string): readonly string[] | undefined {
  switch (of) {
    case 'role':
      return knownRoles;
    case 'section':
      return outline.allSections.map(({ heading }) => heading.text);
    case 'field':
      return readLabels(outline, { text, ...anew }).map(({ label }) => label);
    default:
      return undefined;
  }
}
