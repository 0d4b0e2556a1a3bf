// What stands on the map, drawn by the browser in the fonts of the page: so Arabic is joined and no glyphs are fetched.
const SCALE = 2;
// The shapes of SHAPES in src/hudna/web/words.py, as the legend has them; each with the variable of its colour.
const COLOURS = {reported: "--soft", claimed: "--doubt", disputed: "--disputed", corroborated: "--agreed", admitted: "--accent"};

// A variable that is a pair of colours is told by what an element of that colour is painted in.
export function palette() {
  const probe = document.body.appendChild(document.createElement("i"));
  const told = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ["--paper", "--sheet", "--sunken", "--rule", "--edge", "--ink", ...Object.values(COLOURS)];
  const held = Object.fromEntries(names.map((name) => [name, told(name)]));
  probe.remove();
  return held;
}

function board(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  return pen;
}

const image = (pen) => pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);

// One event: the shape of its standing.
function single(word, colours) {
  const pen = board(22, 22);
  pen.translate(3, 3);
  const path = new Path2D(document.querySelector(`svg.shape.${word} path`).getAttribute("d"));
  pen.lineWidth = 3;
  pen.lineJoin = "round";
  pen.strokeStyle = colours["--sheet"];
  pen.stroke(path);
  pen.fillStyle = colours[COLOURS[word]];
  pen.fill(path);
  return image(pen);
}

// Several: how many, in a ring of how they stand.
function ring(counts, colours, font) {
  const total = counts.reduce((a, b) => a + b, 0);
  const size = Math.min(30 + Math.log2(total) * 4, 72);
  const pen = board(size, size);
  const [middle, radius] = [size / 2, size / 2 - 3.5];
  pen.beginPath();
  pen.arc(middle, middle, size / 2 - 0.5, 0, 2 * Math.PI);
  pen.fillStyle = colours["--sheet"];
  pen.fill();
  pen.lineWidth = 4.5;
  let from = -Math.PI / 2;
  Object.keys(COLOURS).forEach((word, i) => {
    const to = from + (counts[i] / total) * 2 * Math.PI;
    pen.beginPath();
    pen.arc(middle, middle, radius, from, to);
    pen.strokeStyle = colours[COLOURS[word]];
    if (counts[i]) pen.stroke();
    from = to;
  });
  write(pen, new Intl.NumberFormat("en").format(total), middle, middle, `600 ${total > 999 ? 11 : 12.5}px ${font}`, colours["--ink"]);
  return image(pen);
}

// A place that is no point: its name and how many, in a dashed frame without a tip.
function frame(text, colours, font, direction) {
  const style = `600 12px ${font}`;
  const measure = board(1, 1);
  measure.font = style;
  const width = measure.measureText(text).width + 20;
  const pen = board(width, 27);
  pen.beginPath();
  pen.roundRect(1.5, 1.5, width - 3, 24, 5);
  pen.fillStyle = colours["--sheet"];
  pen.fill();
  pen.setLineDash([4, 3]);
  pen.lineWidth = 1.3;
  pen.strokeStyle = colours["--edge"];
  pen.stroke();
  pen.direction = direction;
  write(pen, text, width / 2, 14, style, colours["--ink"]);
  return image(pen);
}

function write(pen, text, x, y, font, colour) {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, x, y + 0.5);
}

// The image of an id: «one:WORD», «many:N,N,N,N,N», «vague:TEXT».
export function drawn(id, colours) {
  const [kind, ...rest] = id.split(":");
  const said = rest.join(":");
  const font = getComputedStyle(document.querySelector("h1")).fontFamily;
  if (kind === "one") return single(said, colours);
  if (kind === "many") return ring(said.split(",").map(Number), colours, font);
  return frame(said, colours, font, document.documentElement.dir);
}

export const options = {pixelRatio: SCALE};
