// Files are dropped anywhere on the form; what was chosen is listed. Without script the plain field does it.
(() => {
  "use strict";
  const bytes = n => n < 1e6 ? `${Math.max(1, Math.round(n / 1000))} KB` : `${(n / 1e6).toFixed(1)} MB`;
  const list = zone => {
    const input = zone.querySelector("input[type=file]");
    zone.querySelector("[data-drop-list]").replaceChildren(...[...input.files].map(file => {
      const line = document.createElement("li");
      line.textContent = `${file.name} (${bytes(file.size)})`;
      return line;
    }));
  };
  document.addEventListener("change", event => { const zone = event.target.closest?.("[data-drop]"); if (zone && event.target.type === "file") list(zone); });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, event => {
      const zone = document.querySelector("[data-drop]");
      if (!zone || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("drop-over", kind === "dragover");
      if (kind !== "drop") return;
      const input = zone.querySelector("input[type=file]");
      const all = new DataTransfer();
      for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
      input.files = all.files;
      list(zone);
    });
  }
})();
