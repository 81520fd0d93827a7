// Small comforts over pages that work without script.
(() => {
  "use strict";
  const root = document.documentElement;
  const theme = localStorage.getItem("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.setAttribute("data-bs-theme", theme);

  document.addEventListener("click", event => {
    const toggle = event.target.closest("[data-toggle-theme]");
    if (toggle) {
      const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
      root.setAttribute("data-bs-theme", next);
      localStorage.setItem("theme", next);
    }
    for (const open of document.querySelectorAll("details.pop[open]")) if (!open.contains(event.target)) open.removeAttribute("open");
    if (event.target.closest("[data-print]")) print();
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.classList.add("btn-success"); });
  });

  // Arrow keys walk from the search box through what it found and back.
  document.addEventListener("keydown", event => {
    const box = event.target.closest?.("form.search");
    if (!box || !/^(ArrowDown|ArrowUp|Escape)$/.test(event.key)) return;
    const stops = [box.querySelector("input"), ...box.querySelectorAll(".found-hit")];
    if (event.key === "Escape") box.querySelector(".found-box")?.replaceChildren();
    const next = event.key === "Escape" ? stops[0] : stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { next.focus(); event.preventDefault(); }
  });

  // Keys: single letters only where nothing is being typed, and only while the person wants them (the list of keys has the switch).
  const wantsKeys = () => localStorage.getItem("keys") !== "off";
  const follow = selector => { const link = document.querySelector(selector); if (link) link.click(); return !!link; };
  let goes = 0;
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") for (const open of document.querySelectorAll("details.pop[open]")) open.removeAttribute("open");
    if (event.ctrlKey || event.metaKey || event.altKey || !wantsKeys() || event.target.closest?.("input, textarea, select, [contenteditable], [data-keys-own]")) return;
    const going = event.timeStamp - goes < 1500;
    goes = 0;
    const place = going && /^[a-z]$/.test(event.key) && follow(`.shell-nav a[data-go="${event.key}"]`);
    if (place || (event.key === "?" && follow("a[data-keys-list]")) || (event.key === "n" && follow("a[data-new]"))) event.preventDefault();
    else if (event.key === "g") goes = event.timeStamp;
    else if (event.key === "/" && document.getElementById("search")) { document.getElementById("search").focus(); event.preventDefault(); }
  });
  const keysSwitch = () => document.querySelector("[data-keys-switch]");
  document.addEventListener("DOMContentLoaded", () => {
    if (keysSwitch()) keysSwitch().checked = wantsKeys();
    const [nav, here] = [document.querySelector(".shell-nav"), document.querySelector(".shell-nav [aria-current]")]; // a long navigation shows where one is
    const show = () => { if (here && here.offsetTop + here.offsetHeight > nav.clientHeight) nav.scrollTop = here.offsetTop - nav.clientHeight / 2; };
    show();
    nav?.addEventListener("toggle", show);
  });
  document.addEventListener("change", event => { if (event.target === keysSwitch()) localStorage.setItem("keys", event.target.checked ? "on" : "off"); });

  // A form that was changed asks before it is left; a form is sent once.
  document.addEventListener("input", event => { if (event.target.form?.method === "post") event.target.form.dataset.dirty = "1"; });
  document.addEventListener("submit", event => {
    delete event.target.dataset.dirty;
    const button = event.submitter;
    if (button && !event.defaultPrevented) setTimeout(() => { button.disabled = true; }, 0);
    if (button) setTimeout(() => { button.disabled = false; }, 4000);
  });
  addEventListener("beforeunload", event => { if (document.querySelector("form[data-dirty]")) event.preventDefault(); });

  // Rows that are being chosen stay under the hand: the list renews itself again when nothing is chosen.
  document.addEventListener("htmx:beforeRequest", event => {
    if (event.target.matches?.("[data-refresh]") && event.target.parentElement.querySelector("input:checked")) event.preventDefault();
  });
  document.addEventListener("change", event => {
    const all = event.target.closest("[data-check-all]");
    if (all) for (const box of document.querySelectorAll(`input[type=checkbox][name="${all.dataset.checkAll}"]`)) box.checked = all.checked;
  });
  document.addEventListener("htmx:afterSwap", event => { if (event.target.id === "rows") for (const all of document.querySelectorAll("[data-check-all]")) all.checked = false; });

  document.addEventListener("change", event => { if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit(); });
  document.addEventListener("htmx:responseError", event => {
    const note = document.getElementById("net-note");
    if (note) { note.hidden = false; note.querySelector("[data-status]").textContent = event.detail.xhr.status; }
  });
  document.addEventListener("htmx:sendError", () => { const note = document.getElementById("net-note"); if (note) note.hidden = false; });
  document.addEventListener("htmx:afterSwap", () => { const note = document.getElementById("net-note"); if (note) note.hidden = true; });
})();
