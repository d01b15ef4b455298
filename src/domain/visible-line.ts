/** A line of a document that a reader can see, and the section it stands in. What does not show is never one (rule A1). */
export interface VisibleLine {
  page: number;
  /** From 1 in reading order within the page, as in `SourceLine`. */
  line: number;
  text: string;
  /** `work`, `education`, …; `header` above the first heading. */
  section: string;
  heading: boolean;
  bullet: boolean;
}
