import "../judging/keys.js";

// Facts and the words that carry them light each other. Without this the links of the list lead to the words.

const rows = new Map([...document.querySelectorAll("[data-fact]")].map((row) => [row.dataset.fact, row]));
const marks = new Map([...rows.keys()].map((fact) => [fact, []]));
for (const mark of document.querySelectorAll("mark[data-facts]")) {
  for (const fact of factsOf(mark)) marks.get(fact)?.push(mark);
}
const length = new Map([...marks].map(([fact, held]) => [fact, held.reduce((n, m) => n + m.textContent.length, 0)]));
let kept = null; // the fact that stays lit when the pointer leaves

function factsOf(mark) {
  return mark.dataset.facts ? mark.dataset.facts.split(" ") : [];
}

function light(facts) {
  const lit = new Set(facts);
  for (const [fact, row] of rows) row.classList.toggle("lit", lit.has(fact));
  const on = new Set(facts.flatMap((fact) => marks.get(fact) ?? []));
  for (const mark of document.querySelectorAll("mark")) mark.classList.toggle("lit", on.has(mark));
}

function rest() {
  light(kept ? [kept] : []);
}

// A click takes the fact of the fewest words first, and the wider ones when it comes again.
function next(mark) {
  const facts = factsOf(mark).sort((a, b) => length.get(a) - length.get(b));
  return facts[(facts.indexOf(kept) + 1) % facts.length];
}

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
function show(element, block) {
  element?.scrollIntoView({block, behavior: calm.matches ? "auto" : "smooth"});
}

for (const [fact, row] of rows) {
  row.addEventListener("pointerenter", () => light([fact]));
  row.addEventListener("pointerleave", rest);
  row.addEventListener("focusin", () => light([fact]));
  row.addEventListener("focusout", rest);
  row.querySelector("a.words")?.addEventListener("click", (event) => {
    event.preventDefault();
    kept = fact;
    rest();
    history.replaceState(null, "", event.currentTarget.hash);
    show(marks.get(fact)?.[0], "center");
  });
}
for (const mark of document.querySelectorAll("mark[data-facts]")) {
  mark.addEventListener("pointerenter", () => light(factsOf(mark)));
  mark.addEventListener("pointerleave", rest);
  mark.addEventListener("click", () => {
    const fact = next(mark);
    if (!fact || !window.getSelection().isCollapsed) return; // a reader who selects words wants no leap
    kept = fact;
    rest();
    show(rows.get(fact), "nearest");
  });
}

// Words that are selected are those of a fact to be added; the form asks for no more than its kind has.
const missed = document.getElementById("missed");
const form = missed?.querySelector("form[action='/review/add']");
const text = document.getElementById("text");
const points = (string) => [...string].length; // the record counts code points

function selected() {
  const range = window.getSelection().rangeCount ? window.getSelection().getRangeAt(0) : null;
  if (!range || range.collapsed || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const before = new Range();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Number(text.dataset.start) + points(before.toString());
  form.elements.words.value = range.toString();
  form.elements.start.value = start;
  form.elements.end.value = start + points(range.toString());
  missed.classList.add("ready");
}

if (form) {
  document.addEventListener("selectionchange", selected);
  form.elements.words.addEventListener("input", () => (form.elements.start.value = form.elements.end.value = ""));
  const fit = () => {
    const what = form.elements.what.value.split(":")[0];
    for (const field of form.querySelectorAll("[data-of]")) {
      field.hidden = Boolean(what) && !field.dataset.of.split(" ").includes(what);
      field.querySelector("input").disabled = field.hidden;
    }
  };
  form.elements.what.addEventListener("change", fit);
  fit();
}
