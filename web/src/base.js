// On every page. Pages work without it: it only spares a reader steps.

// A filter field that was left empty need not stand in the address.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value.trim()) field.disabled = true;
  });
}
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form.filters :disabled")) field.disabled = false;
});

// In the strip of pages on a phone the present one comes into view.
const present = document.querySelector("nav.pages [aria-current]");
const strip = present?.closest("ul");
if (strip && strip.scrollWidth > strip.clientWidth) present.scrollIntoView({block: "nearest", inline: "center"});

// What a field says of what it does not take, in the language of the page rather than the browser's.
for (const field of document.querySelectorAll("[data-problem]")) {
  const check = () => {
    field.setCustomValidity("");
    if (field.validity.patternMismatch) field.setCustomValidity(field.dataset.problem);
  };
  field.addEventListener("input", check);
  check();
}
