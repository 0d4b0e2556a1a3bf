// A machine that draws slowly, as one without a graphics card does, draws coarser while the map moves, and sharp again
// once it rests.
const SLOW = 45; // milliseconds between two pictures
const ENOUGH = 4; // slow pictures one after the other
const COARSE = 0.5; // of the pixels to each side
const REST = 250; // milliseconds after a move

export function sparing(map) {
  const full = map.getPixelRatio();
  let [slow, last, waiting] = [0, 0, 0];
  const draw = (share) => map.getPixelRatio() === full * share || map.setPixelRatio(full * share);
  map.on("render", () => {
    const now = performance.now();
    if (last && map.isMoving() && slow < ENOUGH) slow = now - last > SLOW ? slow + 1 : 0;
    last = map.isMoving() ? now : 0;
    if (last && slow >= ENOUGH) draw(COARSE);
  });
  map.on("moveend", () => {
    clearTimeout(waiting);
    if (map.getPixelRatio() !== full) waiting = setTimeout(() => map.isMoving() || draw(1), REST);
  });
}
