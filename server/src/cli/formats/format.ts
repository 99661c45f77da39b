import type { Report } from '../lint/report.ts';
import type { Palette } from '../terminal.ts';

/** What a report for people adapts itself to; the formats for machines look at `workingFolder` alone. */
export interface Look {
  readonly palette: Palette;
  /** How many columns a line may take; undefined where nobody looks on. */
  readonly columns: number | undefined;
  /** What the shown paths are relative to. */
  readonly workingFolder: string;
}

/** Writes a report as text that ends with a line ending, or as nothing at all. */
export type Format = (report: Report, look: Look) => string;
