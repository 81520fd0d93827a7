// The session sheet: keys walk it like a spreadsheet, a paste fills it, every cell is saved by itself. What could not be sent stays in this browser and is sent when the
// connection is back. Without script the sheet is a form with a button.
(() => {
  "use strict";
  const form = document.getElementById("sheet");
  if (!form || !form.dataset.open) return;
  const state = form.querySelector("[data-sheet-state]"), token = form.querySelector("[name=__RequestVerificationToken]").value;
  const store = "sheet:" + form.dataset.sheet;
  const waiting = new Map(Object.entries(JSON.parse(localStorage.getItem(store) || "{}"))); // name of the cell -> what is to be sent
  const rows = [...form.querySelectorAll("tr[data-person]")];
  const cells = rows.map(row => [...row.querySelectorAll(".sheet-cell")]);
  const nameOf = input => input.name.slice(2);
  const seen = input => form.elements["s-" + nameOf(input)];
  const original = input => form.elements["o-" + nameOf(input)];
  const byName = new Map(cells.flat().map(input => [nameOf(input), input]));
  let sending = false, lost = false;

  const keep = () => { if (waiting.size) localStorage.setItem(store, JSON.stringify(Object.fromEntries(waiting))); else localStorage.removeItem(store); tell(); };
  const tell = () => {
    state.textContent = waiting.size ? (lost ? form.dataset.wordOffline : form.dataset.wordWaiting).replace("{0}", waiting.size) : lost ? "" : state.dataset.used ? form.dataset.wordSaved : "";
    state.classList.toggle("text-danger", lost && waiting.size > 0);
    delete form.dataset.dirty; // every cell is kept at once, nothing has to be asked about
  };
  const note = (input, text, kind) => {
    const box = input.closest("td"), words = box.querySelector(".cell-note");
    box.classList.toggle("cell-bad", kind === "bad");
    box.classList.toggle("cell-contested", kind === "contested");
    if (kind === "bad") input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    words.textContent = text || "";
  };

  // Passed, failed, incomplete: the same rule as the server's, shown while typing.
  const number = text => text.trim() === "" ? null : Number(text.replace(",", "."));
  const judge = row => {
    const at = column => { const input = row.querySelector(`td[data-column="${column}"] .sheet-cell`); return input ? number(input.value) : null; };
    const there = at(0), theory = at(1), practical = at(2), d = form.dataset;
    let word = "", kind = "";
    if ((there === null || there === 0) && theory === null && practical === null) { if (there === 0) [word, kind] = [d.wordAbsent, "chip-bad"]; }
    else if (!d.theoryMax && !d.practicalMax) word = "";
    else if ((theory !== null && d.theoryPass && theory < Number(d.theoryPass)) || (practical !== null && d.practicalPass && practical < Number(d.practicalPass))) [word, kind] = [d.wordFailed, "chip-bad"];
    else if ((d.theoryMax && theory === null) || (d.practicalMax && practical === null)) [word, kind] = [d.wordIncomplete, "chip-warn"];
    else word = d.wordPassed;
    const cell = row.querySelector("[data-result]");
    cell.querySelector(".chip")?.remove();
    if (!word) return;
    const chip = document.createElement("span");
    chip.className = "chip " + kind;
    chip.textContent = word;
    cell.prepend(chip);
  };

  const enter = input => {
    const name = nameOf(input);
    if (input.value === (waiting.get(name)?.value ?? original(input).value ?? "")) return;
    const [participant, column] = name.split("-").map(Number);
    waiting.set(name, { participant, column, value: input.value, seen: Number(seen(input).value), entry: crypto.randomUUID?.() ?? random(), at: new Date().toISOString() });
    judge(input.closest("tr"));
    keep();
  };
  const random = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

  const send = async () => {
    if (sending || waiting.size === 0) return;
    sending = true;
    const batch = [...waiting.entries()];
    try {
      const body = new FormData();
      body.append("__RequestVerificationToken", token);
      body.append("cells", JSON.stringify(batch.map(([, cell]) => cell)));
      const answer = await fetch(location.pathname + "?handler=Cells", { method: "POST", body });
      if (answer.status === 422) { lost = false; state.textContent = (await answer.json()).error; return; }
      if (!answer.ok) throw new Error(String(answer.status));
      lost = false;
      state.dataset.used = "1";
      for (const written of await answer.json()) take(written, batch);
    } catch {
      lost = true;
    } finally {
      sending = false;
      keep();
    }
    if (!lost && waiting.size) send();
  };

  const take = (written, batch) => {
    const name = `${written.participant}-${written.column}`, input = byName.get(name), sent = batch.find(([n]) => n === name)?.[1];
    if (waiting.get(name)?.entry === sent?.entry) waiting.delete(name); // typed again meanwhile: that is sent next
    if (!input) return;
    if (written.error) { note(input, written.error, "bad"); original(input).value = sent.value; return; }
    seen(input).value = written.version;
    original(input).value = written.value ?? "";
    if (!waiting.has(name) && document.activeElement !== input) input.value = written.value ?? "";
    note(input, written.otherBy ? form.dataset.wordOther.replace("{0}", written.otherBy).replace("{1}", written.other ?? "–") : "", written.otherBy ? "contested" : "");
    judge(input.closest("tr"));
  };

  // What others entered, every few seconds; a cell that is being typed in or waits is left alone, and its version too, so that the server knows what was seen.
  const look = async () => {
    if (document.hidden || sending) return;
    try {
      const answer = await fetch(location.pathname + "?handler=Cells", { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      for (const cell of await answer.json()) {
        const name = `${cell.participant}-${cell.column}`, input = byName.get(name);
        if (!input || waiting.has(name) || document.activeElement === input || input.getAttribute("aria-invalid") || Number(seen(input).value) >= cell.version) continue;
        input.value = original(input).value = cell.value ?? "";
        seen(input).value = cell.version;
        judge(input.closest("tr"));
      }
      if (lost) { lost = false; send(); }
    } catch { lost = true; tell(); }
  };

  const go = (input, down, right) => {
    const row = cells.findIndex(r => r.includes(input)), column = cells[row].indexOf(input), next = cells[row + down]?.[column + right];
    if (next) { next.focus(); next.select(); }
    return Boolean(next);
  };
  form.addEventListener("keydown", event => {
    const input = event.target.closest(".sheet-cell");
    if (!input || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const edge = way => input.selectionStart === input.selectionEnd ? (way < 0 ? input.selectionStart === 0 : input.selectionEnd === input.value.length) : true;
    const moves = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [event.shiftKey ? -1 : 1, 0], ArrowLeft: edge(-1) && [0, -1], ArrowRight: edge(1) && [0, 1] }[event.key];
    if (event.key === "Escape") { input.value = original(input).value; waiting.delete(nameOf(input)); note(input, "", ""); keep(); judge(input.closest("tr")); }
    if (!moves) return;
    event.preventDefault();
    enter(input);
    go(input, ...moves);
    send();
  });
  form.addEventListener("change", event => { const input = event.target.closest(".sheet-cell"); if (input) { enter(input); send(); } });
  form.addEventListener("input", event => { const input = event.target.closest(".sheet-cell"); if (input) judge(input.closest("tr")); delete form.dataset.dirty; });
  form.addEventListener("focusin", event => event.target.closest(".sheet-cell")?.select());
  form.addEventListener("submit", event => { event.preventDefault(); for (const input of byName.values()) enter(input); send(); });

  // Rows and columns of a spreadsheet, from the cell that has the focus on.
  form.addEventListener("paste", event => {
    const input = event.target.closest(".sheet-cell"), text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!input || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const row = cells.findIndex(r => r.includes(input)), column = cells[row].indexOf(input);
    let outside = 0;
    text.split("\n").forEach((line, i) => line.split("\t").forEach((value, j) => {
      const cell = cells[row + i]?.[column + j];
      if (!cell) { outside += value.trim() ? 1 : 0; return; }
      cell.value = value.trim();
      enter(cell);
    }));
    send().then(() => { if (outside) state.textContent += " " + form.dataset.wordOver.replace("{0}", outside); });
  });

  // What an earlier visit could not send.
  for (const [name, cell] of waiting) { const input = byName.get(name); if (input) { input.value = cell.value; judge(input.closest("tr")); } else waiting.delete(name); }
  tell();
  send();
  addEventListener("online", send);
  setInterval(() => { if (waiting.size) send(); }, 5000);
  setInterval(look, 4000);
})();
