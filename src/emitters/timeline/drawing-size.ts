// The sizes of a drawing; the page shows the one that its width has room for. In the slim and the narrow one the texts of
// a step stand above and below its bar. In the wide one they stand beside it, so that all steps are seen at once.

export interface DrawingSize {
  readonly id: 'slim' | 'narrow' | 'wide';
  /** The least width that it has to get by with; the container queries in static/styles/timeline.css ask for it. */
  readonly drawingRem: number;
  /** How wide a line of text may be. */
  readonly textRem: number;
  /** Where the days begin and end, in percent of the width. Edges stay clear, so that no mark is cut. */
  readonly plot: readonly [from: number, until: number];
}

/** A phone with large type. */
const SLIM: DrawingSize = { id: 'slim', drawingRem: 11, textRem: 11, plot: [0.5, 99.5] };
/** Any other phone. */
const NARROW: DrawingSize = { id: 'narrow', drawingRem: 15, textRem: 15, plot: [0.5, 99.5] };
/** A desk, and paper. */
const WIDE: DrawingSize = { id: 'wide', drawingRem: 40, textRem: 13.8, plot: [36, 99.5] };

export const TIMELINE_SIZES: readonly DrawingSize[] = [SLIM, NARROW, WIDE];

/** The curve of the chance needs no more than a phone's width, and room for the names of its levels beside it. */
export const CHART_SIZES: readonly DrawingSize[] = [
  { ...SLIM, plot: [33, 99.5] },
  { ...NARROW, plot: [24, 99.5] },
];
