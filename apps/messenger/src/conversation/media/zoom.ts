/** How a photo lies on its stage: scaled around its middle, then moved. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Sizes in CSS pixels at scale 1. */
export interface Stage {
  readonly stage: { readonly width: number; readonly height: number };
  readonly photo: { readonly width: number; readonly height: number };
}

const SCALE_MAX = 6;

/** The whole photo, in the middle. */
export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** Zooms by `factor` so that what is under `point` (from the stage's middle) stays under it. */
export function zoomAt(view: View, factor: number, point: Point, stage: Stage): View {
  const scale = Math.min(Math.max(view.scale * factor, 1), SCALE_MAX);
  const ratio = scale / view.scale;
  return bounded(
    {
      scale,
      x: point.x - (point.x - view.x) * ratio,
      y: point.y - (point.y - view.y) * ratio,
    },
    stage,
  );
}

/** Moves the photo, never past its own edge. */
export function pan(view: View, by: Point, stage: Stage): View {
  return bounded({ ...view, x: view.x + by.x, y: view.y + by.y }, stage);
}

function bounded(view: View, { stage, photo }: Stage): View {
  const reachX = Math.max(0, (photo.width * view.scale - stage.width) / 2);
  const reachY = Math.max(0, (photo.height * view.scale - stage.height) / 2);
  return { scale: view.scale, x: within(view.x, reachX), y: within(view.y, reachY) };
}

function within(value: number, reach: number): number {
  // Adding zero turns -0 into 0, so that the resting place has one form.
  return Math.min(Math.max(value, -reach), reach) + 0;
}
