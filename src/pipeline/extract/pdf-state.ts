/** The graphics state of a PDF page as far as the sight of text depends on it. */
import type { Rgb } from './color.ts';
import { type Box, IDENTITY, type Matrix } from './matrix.ts';
import type { PdfFont } from './pdf-fonts.ts';

export interface PdfState {
  /** User space to page space (origin top left, y downwards, page upright). */
  ctm: Matrix;
  /** Box around the clipping path; `clipIsBox` tells whether it is the path itself. */
  clip: Box;
  clipIsBox: boolean;
  /** undefined: a pattern. */
  fill: Rgb | undefined;
  stroke: Rgb | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  /** Alpha of the transparency groups around. */
  groupAlpha: number;
  plainBlend: boolean;
  softMask: boolean;
  /** A group around is drawn through a soft mask or blended with what lies below it. */
  groupVeiled: boolean;
  /** pdfjs wraps a picture with a mask of its own into save, SMask off, restore. */
  maskedPicture: boolean;
  lineWidth: number;
  font: PdfFont | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function initialState(ctm: Matrix, clip: Box): PdfState {
  return {
    ctm,
    clip,
    clipIsBox: true,
    fill: [0, 0, 0],
    stroke: [0, 0, 0],
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    plainBlend: true,
    softMask: false,
    groupVeiled: false,
    maskedPicture: false,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}
