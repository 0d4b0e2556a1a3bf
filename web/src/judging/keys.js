// Keys for what the buttons do. Without this the buttons do it.

const letter = (event) => (/^[a-z0-9]$/i.test(event.key) ? event.key : event.code.replace(/^Key/, "")).toLowerCase(); // on an Arabic keyboard too
const ways = document.documentElement.dir === "rtl" ? {ArrowLeft: "next", ArrowRight: "previous"} : {ArrowRight: "next", ArrowLeft: "previous"};

document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const control = document.querySelector(`[data-key="${CSS.escape(ways[event.key] ?? letter(event))}"]`);
  if (!control) return;
  event.preventDefault();
  if (control.matches("summary")) {
    control.parentElement.open = true;
    control.parentElement.querySelector("input:not([type=hidden]), select, textarea").focus();
  } else control.click();
});

// A decision is sent once, however often a key is pressed; a page that comes back can decide again.
let sent = false;
document.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => (sent = false));
