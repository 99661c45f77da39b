import type { DocumentFacts } from '../model/facts.ts';
import { pathWithin } from '../text/path.ts';

/** A document of a workspace, with what is needed to tell which other documents its links mean. */
export interface PlacedDocument {
  readonly facts: DocumentFacts;
  /** The folder from which on its links' paths are written; undefined where it belongs to none. */
  readonly root: string | undefined;
}

/** Whether one document links to another. */
export function linksTo(from: PlacedDocument, to: PlacedDocument): boolean {
  const place = pathWithin(from.root, to.facts.path) ?? to.facts.path;
  return from.facts.links.some((link) => link.to === place);
}

/**
 * The postmortem of an incident: one that it links to, else one that links to it. A postmortem that names another day links
 * to it as a related incident only.
 */
export function postmortemOf<D extends PlacedDocument>(incident: D, all: readonly D[]): D | undefined {
  const { day } = incident.facts;
  const postmortems = all.filter(({ facts }) => facts.kind === 'postmortem');
  const isOfTheDay = ({ facts }: PlacedDocument): boolean =>
    facts.day === undefined || day === undefined || facts.day === day;
  const linked = postmortems.filter((candidate) => linksTo(incident, candidate));
  return (
    linked.find(isOfTheDay) ??
    postmortems.find((candidate) => isOfTheDay(candidate) && linksTo(candidate, incident)) ??
    linked[0]
  );
}
