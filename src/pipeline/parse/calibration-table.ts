/** How often values are right by how sure the rules were, by kind (`calibrate.ts`). Made by `node bench/fit-confidence.ts`, which says how; do not edit by hand. */
import type { Curve } from './calibrate.ts';

export const CALIBRATION: Readonly<Record<string, Curve>> = {
  any: [
    [0.53, 0.51],
    [0.644, 0.763],
    [0.754, 0.837],
    [0.812, 0.837],
    [0.876, 0.98],
    [0.901, 0.985],
    [0.95, 0.985],
    [0.975, 0.99],
  ],
  'basics.email': [[0.98, 0.949]],
  'basics.location.city': [
    [0.6, 0.629],
    [0.75, 0.855],
    [0.86, 0.984],
    [0.95, 0.99],
  ],
  'basics.name': [
    [0.69, 0.734],
    [0.93, 0.979],
    [0.95, 0.979],
    [1, 0.979],
  ],
  'basics.phone': [
    [0.87, 0.99],
    [0.97, 0.99],
  ],
  'certificates.name': [[0.9, 0.988]],
  'education.area': [
    [0.7, 0.734],
    [0.83, 0.805],
  ],
  'education.endDate': [
    [0.8, 0.716],
    [0.9, 0.99],
    [0.97, 0.99],
  ],
  'education.institution': [
    [0.828, 0.791],
    [0.88, 0.907],
    [0.924, 0.934],
    [0.948, 0.99],
    [0.98, 0.99],
  ],
  'education.startDate': [
    [0.8, 0.731],
    [0.9, 0.99],
    [0.97, 0.99],
  ],
  'education.studyType': [
    [0.744, 0.928],
    [0.951, 0.928],
    [0.98, 0.99],
  ],
  'languages.language': [
    [0.75, 0.869],
    [0.8, 0.887],
    [0.97, 0.99],
  ],
  'skills.keywords': [
    [0.65, 0.803],
    [0.88, 0.99],
    [0.97, 0.99],
  ],
  'work.endDate': [
    [0.8, 0.798],
    [0.9, 0.983],
    [0.97, 0.99],
  ],
  'work.highlights': [[0.95, 0.985]],
  'work.name': [
    [0.53, 0.49],
    [0.781, 0.823],
    [0.83, 0.823],
    [0.869, 0.898],
    [0.918, 0.984],
    [0.943, 0.984],
    [0.98, 0.99],
  ],
  'work.position': [
    [0.684, 0.784],
    [0.766, 0.873],
    [0.815, 0.94],
    [0.925, 0.986],
    [0.959, 0.99],
    [0.98, 0.99],
  ],
  'work.startDate': [
    [0.8, 0.675],
    [0.9, 0.988],
    [0.97, 0.99],
  ],
};
