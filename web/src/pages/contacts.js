// Draws the pairs of the table as a network; a line that is chosen shows what is told of the two beside it.
import cytoscape from "cytoscape";

const section = document.querySelector(".network");
const stage = section?.querySelector(".stage");
const telling = section?.querySelector(".telling");

// The colour that a variable of the style sheet has just now, as a drawing can take it.
function colour(name) {
  stage.style.color = `var(${name})`;
  const said = getComputedStyle(stage).color;
  stage.style.color = "";
  return said;
}

const NARROW = 600; // pixels below which fewer pairs can be told apart
const FEW = 9;
const SHAPES = {PER: "ellipse", ORG: "round-rectangle", LOC: "diamond", FAC: "diamond"};

function elements(pairs) {
  const nodes = new Map();
  for (const {left, right, times} of pairs) {
    for (const party of [left, right]) {
      const node = nodes.get(party.id) ?? {id: party.id, name: name(party), shape: SHAPES[party.type] ?? "ellipse", times: 0};
      node.times += times;
      nodes.set(party.id, node);
    }
  }
  const edges = pairs.map(({id, left, right, times}) => ({id, source: left.id, target: right.id, times, width: 1 + 1.6 * Math.log2(times)}));
  return [...nodes.values(), ...edges].map((data) => ({data}));
}

function name(party) {
  return (section.dataset.language === "en" && party.en) || party.ar;
}

function style() {
  return [
    {selector: "node", style: {
      shape: "data(shape)", width: "mapData(times, 1, 30, 14, 40)", height: "mapData(times, 1, 30, 14, 40)", "background-color": colour("--soft"),
      label: "data(name)", color: colour("--ink"), "font-family": getComputedStyle(stage).fontFamily, "font-size": 15, "text-wrap": "ellipsis", "text-max-width": 150,
      "text-valign": "bottom", "text-margin-y": 4, "text-outline-color": colour("--sheet"), "text-outline-width": 3, "min-zoomed-font-size": 7,
    }},
    {selector: "edge", style: {width: "data(width)", "line-color": colour("--edge"), "line-opacity": 0.55, "curve-style": "straight"}},
    {selector: ".dim", style: {opacity: 0.18}},
    {selector: "edge.chosen", style: {"line-color": colour("--accent"), "line-opacity": 1}},
    {selector: "node.near", style: {"background-color": colour("--accent")}},
  ];
}

// Whoever is tied together is drawn together; the groups stand in columns, the largest first. From a circle on, so that
// the same pairs always lie in the same places.
const COSE = {name: "cose", randomize: false, animate: false, fit: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: () => 2500, idealEdgeLength: () => 55, edgeElasticity: () => 40, gravity: 4, nodeOverlap: 20, numIter: 1500};
const GAP = 26;

function settle(network) {
  const groups = network.elements().components().sort((a, b) => b.nodes().length - a.nodes().length || (a.nodes()[0].id() < b.nodes()[0].id() ? -1 : 1));
  const boxes = groups.map((group) => {
    const side = 95 * Math.sqrt(group.nodes().length);
    const room = {x1: 0, y1: 0, w: side * 1.5, h: side};
    group.layout({name: "circle", fit: false, boundingBox: room}).run();
    if (group.nodes().length > 2) group.layout({...COSE, boundingBox: room}).run();
    return group.boundingBox({includeLabels: true});
  });
  const area = boxes.reduce((sum, {w, h}) => sum + (w + GAP) * (h + GAP), 0);
  const high = Math.max(...boxes.map(({h}) => h), 1.15 * Math.sqrt((area * stage.clientHeight) / stage.clientWidth));
  let [x, y, wide] = [0, 0, 0];
  groups.forEach((group, number) => {
    const box = boxes[number];
    if (y && y + box.h > high) [x, y, wide] = [x + wide + GAP, 0, 0];
    group.nodes().shift({x: x - box.x1, y: y - box.y1});
    [y, wide] = [y + box.h + GAP, Math.max(wide, box.w)];
  });
  network.fit(undefined, 20);
}

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

async function told(id) {
  const answer = await fetch(`/contacts/${encodeURIComponent(id)}.html`);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const head = document.createElement("h3");
  head.append(...[...page.querySelector("h1").childNodes].map((node) => document.importNode(node, true)));
  const held = document.importNode(page.getElementById("told"), true);
  held.removeAttribute("id");
  return [head, held];
}

async function choose(network, edge) {
  network.elements().removeClass("chosen near dim");
  network.elements().not(edge.union(edge.connectedNodes())).addClass("dim");
  edge.addClass("chosen").connectedNodes().addClass("near");
  for (const row of document.querySelectorAll("tr[data-pair]")) row.classList.toggle("chosen", row.dataset.pair === edge.id());
  telling.replaceChildren(...(await told(edge.id())));
  show(network, edge.union(edge.connectedNodes()));
  telling.scrollTop = 0;
}

// The board changes its size with what stands beside it; nothing that was chosen may lie outside.
function show(network, chosen) {
  network.resize();
  const box = chosen?.renderedBoundingBox();
  if (!chosen || box.x1 < 0 || box.y1 < 0 || box.x2 > network.width() || box.y2 > network.height()) network.fit(undefined, 20);
}

function gather(network, node) {
  network.elements().removeClass("chosen near dim");
  network.elements().not(node.closedNeighborhood()).addClass("dim");
  node.addClass("near");
}

function release(network) {
  network.elements().removeClass("chosen near dim");
  for (const row of document.querySelectorAll("tr.chosen")) row.classList.remove("chosen");
  telling.replaceChildren();
  show(network);
}

async function draw() {
  const answer = await fetch(section.dataset.source);
  if (!answer.ok) return;
  const {rows} = await answer.json();
  // The drawing would add a style element, which is not allowed here; it finds one and leaves it. See contacts.css.
  const held = document.createElement("meta");
  held.id = "__________cytoscape_stylesheet";
  document.head.append(held);
  section.hidden = false;
  await document.fonts.ready;
  const network = cytoscape({
    container: stage, elements: elements(stage.clientWidth < NARROW ? rows.slice(0, FEW) : rows), style: style(), userZoomingEnabled: false, boxSelectionEnabled: false, minZoom: 0.2, maxZoom: 4,
    layout: {name: "circle"},
  });
  settle(network);
  network.on("tap", "edge", ({target}) => choose(network, target));
  network.on("tap", "node", ({target}) => gather(network, target));
  network.on("tap", ({target}) => target === network && release(network));
  for (const button of section.querySelectorAll("[data-zoom]")) {
    const by = Number(button.dataset.zoom);
    const middle = () => ({x: stage.clientWidth / 2, y: stage.clientHeight / 2});
    button.addEventListener("click", () => (by ? network.zoom({level: network.zoom() * by, renderedPosition: middle()}) : network.animate({fit: {padding: 20}, duration: calm.matches ? 0 : 200})));
  }
  for (const query of ["(prefers-color-scheme: dark)", "print"]) window.matchMedia(query).addEventListener("change", () => network.style(style()));
  stage.dataset.drawn = String(network.edges().length);
  stage.network = network; // for those who test it
}

if (section) draw();
