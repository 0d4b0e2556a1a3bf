// The map beside its table. Without this, or without WebGL, the table shows the same.
import {Map as MapLibre, NavigationControl, setWorkerUrl} from "maplibre-gl";
import {Shown} from "../map/data.js";
import {outlines} from "../map/ground.js";
import {show, style} from "../map/layers.js";
import {picker} from "../map/picked.js";
import {drawn, options, palette} from "../map/shapes.js";
import {sparing} from "../map/sparing.js";

const root = document.getElementById("atlas");

async function begin() {
  setWorkerUrl(new URL("../map/worker.js", import.meta.url).href);
  const [atlas, ground] = await Promise.all([fetch(root.dataset.atlas).then((r) => r.json()), outlines(root.dataset.outlines), document.fonts.ready]);
  const shown = new Shown(atlas, ground.land, document.documentElement.lang);
  const colours = palette();
  root.hidden = false;
  const canvas = document.getElementById("canvas");
  const map = new MapLibre({
    container: canvas,
    style: style(colours, ground, shown.shapes(), shown.now()),
    bounds: shown.bounds() ?? [[-20, -10], [75, 50]],
    fitBoundsOptions: {padding: 40, maxZoom: 7},
    attributionControl: false, // stands beneath the map
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 12,
    fadeDuration: 0,
    locale: {"NavigationControl.ZoomIn": root.dataset.zoomIn, "NavigationControl.ZoomOut": root.dataset.zoomOut, "Map.Title": canvas.dataset.label},
  });
  map.setMissingStyleImageResolver((id) => {
    if (!map.hasImage(id)) map.addImage(id, drawn(id, colours), options);
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({showCompass: false}));
  const renew = () => {
    for (const [name, data] of Object.entries(shown.now())) map.getSource(name).setData(data);
    show(map, shown);
  };
  map.once("style.load", () => show(map, shown));
  document.getElementById("nomap").hidden = true;
  map.once("idle", () => (root.dataset.ready = "true"));
  sparing(map);
  picker(map, shown);
  choose(shown, renew);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
}

// Days as the rest of the page writes them: in Arabic by both names of the month.
function dates(language) {
  const as = (locale, form) => new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {timeZone: "UTC", ...form});
  const month = ["EG", "SY"].map((country) => as(`ar-${country}`, {month: "long"}));
  const whole = as("en-GB", {dateStyle: "long"});
  return (said) => {
    const [y, m, d] = said.split("-").map(Number);
    const day = new Date(Date.UTC(y, m - 1, Math.min(d, new Date(Date.UTC(y, m, 0)).getUTCDate()))); // a month may end on «31»
    return language === "ar" ? `${day.getUTCDate()} ${month.map((m) => m.format(day)).join("/")} ${day.getUTCFullYear()}` : whole.format(day);
  };
}

// Which standings and days are shown.
function choose(shown, renew) {
  for (const button of root.querySelectorAll("[data-standing]")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      shown.standings[on ? "add" : "delete"](button.dataset.standing);
      renew();
    });
  }
  const {days} = shown;
  if (days.length < 2) return;
  const [since, until] = ["since", "until"].map((id) => document.getElementById(id));
  const said = dates(document.documentElement.lang);
  let waiting = 0;
  const moved = () => {
    const [low, high] = [Number(since.value), Number(until.value)].sort((a, b) => a - b);
    shown.since = low > 0 ? days[low] : null;
    shown.until = high < days.length - 1 ? days[high] : null;
    for (const [field, at] of [[since, low], [until, high]]) {
      field.nextElementSibling.value = said(days[at]);
      field.setAttribute("aria-valuetext", said(days[at]));
    }
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(renew);
  };
  for (const field of [since, until]) {
    field.max = String(days.length - 1);
    field.addEventListener("input", moved);
  }
  until.value = until.max;
  for (const [field, at] of [[since, 0], [until, days.length - 1]]) field.nextElementSibling.value = said(days[at]);
  document.getElementById("time").hidden = false;
}

if (root) {
  begin().catch(() => {
    root.hidden = true; // no WebGL
  });
}
