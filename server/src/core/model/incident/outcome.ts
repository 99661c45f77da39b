import type { Section } from '../../parse/outline.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { IncidentDocument } from '../document.ts';

const headings = { resolution: /^resolution$/, cause: /^(?:root )?causes?$/ } as const;

/** The section in which a document tells how it ended, or why it happened; also one that its template does not name. */
export function outcomeSection(
  { alignment, outline }: IncidentDocument,
  role: keyof typeof headings,
): Section | undefined {
  return (
    sectionsOfRole(alignment, role)[0] ??
    outline.allSections.find(({ heading }) => headings[role].test(normalizeLabel(heading.text)))
  );
}
