// The technician's phone: what is entered is first kept on the phone, then sent in order, each entry once. Without script the forms work as forms.
(() => {
  "use strict";
  const DAY = 86400000;
  const open = idb.openDB("aftersales-field", 1, {
    upgrade: db => db.createObjectStore("entries", { keyPath: "order", autoIncrement: true }),
  });
  let box = null, texts = {}, sending = null;

  // Version 7: time first, so that entries sort by when they were made.
  const entryId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    let now = Date.now();
    for (let i = 5; i >= 0; i--) { bytes[i] = now % 256; now = Math.floor(now / 256); }
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map(b => b.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };

  const place = form => new Promise(resolve => {
    if (!form.hasAttribute("data-place") || !navigator.geolocation) return resolve(null);
    navigator.permissions?.query({ name: "geolocation" }).then(asked => {
      if (asked.state === "denied") return resolve(null);
      const patience = setTimeout(() => resolve(null), 2500);
      navigator.geolocation.getCurrentPosition(
        found => { clearTimeout(patience); resolve(found.coords); },
        () => { clearTimeout(patience); resolve(null); }, { timeout: 2000, maximumAge: 60000 });
    }, () => resolve(null)) ?? resolve(null);
  });

  // Photos of today's cameras are larger than what is kept: made smaller here, they cross a bad network.
  const smaller = async file => {
    if (!/^image\//.test(file.type) || file.size < 600000) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, 2048 / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
      return blob && blob.size < file.size ? new File([blob], file.name, { type: "image/jpeg" }) : file;
    } catch {
      return file; // the server says what is wrong with it
    }
  };

  const strokes = form => new Promise(resolve => {
    const glass = form.querySelector("canvas[data-drawn]");
    if (!glass) return resolve(null);
    glass.toBlob(blob => resolve({ name: glass.dataset.glass, file: new File([blob], "signature.png", { type: "image/png" }) }), "image/png");
  });

  // Keeps a form: fields as they were typed, files as blobs, the phone's time of the tap.
  async function keep(form, submitter) {
    const at = new Date().toISOString();
    const data = new FormData(form);
    if (submitter?.name) data.append(submitter.name, submitter.value);
    const drawn = await strokes(form);
    if (drawn) data.set(drawn.name, drawn.file);
    const where = await place(form);
    const fields = [];
    for (const [name, value] of data) {
      if (/^(__RequestVerificationToken|EntryId|At|Latitude|Longitude)$/.test(name)) continue;
      if (value instanceof File) { if (value.size > 0) fields.push([name, await smaller(value)]); }
      else fields.push([name, value]);
    }
    if (where) fields.push(["Latitude", String(where.latitude)], ["Longitude", String(where.longitude)]);
    await (await open).add("entries", { id: entryId(), user: box.dataset.user, action: form.getAttribute("action"), label: form.dataset.label, at, fields, state: "waiting", note: "" });
  }

  const mine = async () => (await (await open).getAll("entries")).filter(e => e.user === box?.dataset.user);
  const put = async entry => (await open).put("entries", entry);

  // The sentence of a refusal stands on the page that the server answers with.
  const sentence = async answer => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll("main [role=alert]:not([hidden])")].map(e => e.textContent.trim()).join(" ") || String(answer.status);
  };

  async function send(entry, token) {
    const body = new FormData();
    for (const [name, value] of entry.fields) body.append(name, value);
    body.set("EntryId", entry.id);
    body.set("At", entry.at);
    body.set("__RequestVerificationToken", token);
    const answer = await fetch(entry.action, { method: "POST", body, headers: { "X-Queue": "1" }, credentials: "same-origin" });
    if (new URL(answer.url).pathname === "/SignIn") return "sign-in";
    if (answer.ok) return Object.assign(entry, { state: "sent", note: "" });
    if (answer.status === 409) return Object.assign(entry, { state: "conflict", note: await sentence(answer) });
    if (answer.status === 422 || answer.status === 404 || answer.status === 403 || answer.status === 413) return Object.assign(entry, { state: "refused", note: await sentence(answer) });
    throw new Error(String(answer.status)); // the server's trouble, not the entry's: later
  }

  // In order; what is refused stops the entries of the same visit that build on it, not those of another one.
  async function empty() {
    const waiting = (await mine()).filter(e => e.state === "waiting");
    if (waiting.length === 0) return false;
    const fresh = await fetch("/Service/Visits/MyDay?handler=Token", { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const signedIn = fresh.ok && fresh.headers.get("Content-Type")?.startsWith("application/json") ? await fresh.json() : null;
    if (signedIn?.user !== box.dataset.user) {
      for (const entry of waiting) await put(Object.assign(entry, { note: texts.signIn }));
      return false;
    }
    const stopped = new Set((await mine()).filter(e => e.state === "refused" || e.state === "conflict").map(visitOf));
    let sent = false;
    for (const entry of waiting) {
      if (stopped.has(visitOf(entry))) continue;
      const result = await send(entry, signedIn.token);
      if (result === "sign-in") return sent;
      result.sentAt = Date.now();
      if (result.state === "sent") { result.fields = []; sent = true; }
      else stopped.add(visitOf(entry));
      await put(result);
      await show();
    }
    return sent;
  }

  const visitOf = entry => entry.action.split("/").pop();

  function flush() {
    sending ??= (async () => {
      try {
        // One tab sends at a time; the other one finds nothing left.
        const run = async () => { if (await empty()) await renew(); };
        await (navigator.locks ? navigator.locks.request("aftersales-field", run) : run());
      } catch {
        // no network: the entries stay, and are sent when it is back
      } finally {
        sending = null;
        await show();
      }
    })();
    return sending;
  }

  // Shows what the server now knows, unless somebody is typing.
  async function renew() {
    if (document.querySelector("form[data-dirty]")) return;
    const answer = await fetch(location.pathname, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    const main = document.getElementById("main");
    const before = scrollY, opened = [...main.querySelectorAll("details[open]:is([data-many], [data-by-hand])")];
    main.replaceChildren(...fresh.children);
    for (const old of opened) {
      const step = document.getElementById(old.id);
      step?.setAttribute("open", "");
      step?.toggleAttribute("data-by-hand", old.hasAttribute("data-by-hand"));
    }
    begin();
    document.dispatchEvent(new Event("field:renewed"));
    scrollTo(0, before);
  }

  function button(text, act, kind = "") {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn btn-sm ${kind}`;
    made.textContent = text;
    made.addEventListener("click", () => act(made));
    return made;
  }

  // Puts what was typed back into its form, so that it can be corrected.
  async function edit(entry) {
    const form = [...document.querySelectorAll("form[data-queue]")].find(f => f.getAttribute("action") === entry.action);
    if (!form) { location.href = `/Service/Visits/Visit/${visitOf(entry)}`; return; }
    for (const [name, value] of entry.fields) {
      const field = form.elements.namedItem(name);
      if (typeof value !== "string" || !field || field.type === "hidden" || field.type === "file") continue;
      if (field.type === "checkbox") field.checked = true;
      else field.value = value;
    }
    form.dataset.dirty = "1";
    form.dataset.replaces = entry.order;
    form.querySelector("fieldset")?.removeAttribute("disabled");
    form.closest("details")?.setAttribute("open", "");
    form.scrollIntoView({ block: "center" });
    form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }

  async function anyway(entry) {
    entry.fields = entry.fields.filter(([name]) => name !== "TripSeen" && name !== "VersionSeen");
    await put(Object.assign(entry, { state: "waiting", note: "" }));
    await show();
    await flush();
  }

  async function discard(entry, pressed) {
    if (!pressed.dataset.sure) { pressed.dataset.sure = "1"; pressed.textContent = texts.discardSure; return; }
    await (await open).delete("entries", entry.order);
    await show();
    await flush();
  }

  function line(entry) {
    const item = document.createElement("li");
    item.className = "notice flex-wrap";
    item.dataset.state = entry.state;
    const words = document.createElement("div");
    words.className = "wrap-any";
    const typed = entry.fields.filter(([name, value]) => typeof value === "string" && value && !/^(TripSeen|VersionSeen|Latitude|Longitude|Strokes|Input\..*|Capped)$/.test(name)).map(([, value]) => value).join(" · ");
    words.textContent = `${new Date(entry.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })} ${entry.label}`;
    if (entry.state !== "sent") {
      const more = document.createElement("div");
      more.className = "text-secondary";
      more.textContent = [typed, entry.note].filter(Boolean).join(" — ");
      words.append(more);
    }
    const chip = document.createElement("span");
    chip.className = `chip ${entry.state === "sent" ? "chip-good" : entry.state === "waiting" ? "chip-warn" : "chip-bad"}`;
    chip.textContent = texts[entry.state];
    item.append(words, chip);
    if (entry.state === "refused" || entry.state === "conflict") {
      const acts = document.createElement("div");
      acts.className = "acts w-100";
      acts.append(button(texts.edit, () => edit(entry), "btn-primary"));
      if (entry.state === "conflict") acts.append(button(texts.anyway, () => anyway(entry)));
      acts.append(button(texts.discard, pressed => discard(entry, pressed)));
      item.append(acts);
    }
    return item;
  }

  async function show() {
    if (!box) return;
    const entries = await mine();
    for (const old of entries.filter(e => e.state === "sent" && Date.now() - (e.sentAt || 0) > DAY)) await (await open).delete("entries", old.order);
    const unsent = entries.filter(e => e.state !== "sent");
    box.querySelector("[data-list]").hidden = entries.length === 0;
    box.querySelector("[data-entries]").replaceChildren(...unsent.map(line), ...entries.filter(e => e.state === "sent").slice(-5).reverse().map(line));
    box.querySelector("[data-send-now]").hidden = unsent.length === 0;
    box.querySelector("[data-offline]").hidden = navigator.onLine;
    unlock(unsent);
    document.dispatchEvent(new CustomEvent("field:entries", { detail: unsent }));
  }

  // A step that somebody opened stays open when the page is renewed under it.
  document.addEventListener("click", event => event.target.closest?.("details.field-step > summary")?.parentElement.setAttribute("data-by-hand", ""));

  // What is said once closes and opens the step after it; what is said several times stays.
  function nextStep(step) {
    if (!step || step.hasAttribute("data-many")) return;
    step.removeAttribute("open");
    step.removeAttribute("data-by-hand");
    let after = step.nextElementSibling;
    while (after && !after.matches("details.field-step")) after = after.nextElementSibling;
    after?.setAttribute("open", "");
  }

  // Without a signal the next step must be possible before the server knows of the last one.
  function unlock(unsent) {
    const arrived = new Set(unsent.filter(e => e.state === "waiting" && /\/Arrive\//.test(e.action)).map(visitOf));
    for (const form of document.querySelectorAll("[data-sections] form[data-queue]"))
      if (arrived.has(form.getAttribute("action").split("/").pop())) for (const set of form.querySelectorAll("fieldset[disabled]")) {
        set.disabled = false;
        form.closest("#findings")?.setAttribute("open", "");
      }
  }

  document.addEventListener("submit", async event => {
    const form = event.target;
    if (form.getAttribute("action") === "/SignOut" && window.caches) { caches.delete("field-pages"); return; }
    if (!form.matches("form[data-queue]") || !box) return;
    event.preventDefault();
    event.stopPropagation();
    const submitter = event.submitter;
    if (submitter) submitter.disabled = true;
    await keep(form, submitter);
    if (form.dataset.replaces) { await (await open).delete("entries", Number(form.dataset.replaces)); delete form.dataset.replaces; }
    delete form.dataset.dirty;
    for (const file of form.querySelectorAll("input[type=file]")) file.value = "";
    if (submitter) submitter.disabled = false;
    nextStep(form.closest("details.field-step"));
    await show();
    box.scrollIntoView({ block: "nearest" });
    await flush();
  }, true);

  // Limits answer while a value is typed; the server computes it again.
  document.addEventListener("input", event => {
    const row = event.target.closest?.(".field-value");
    if (!row) return;
    const verdict = row.querySelector(".verdict"), typed = event.target.value.trim(), value = Number(typed);
    const known = typed !== "" && Number.isFinite(value);
    const passes = (!row.dataset.lower || value >= Number(row.dataset.lower)) && (!row.dataset.upper || value <= Number(row.dataset.upper));
    verdict.className = `verdict chip ${known ? passes ? "chip-good" : "chip-bad" : ""}`;
    verdict.textContent = known ? passes ? row.dataset.pass : row.dataset.fail : "—";
  });

  // Signing on the glass.
  let pen = null;
  const spot = event => {
    const frame = event.target.getBoundingClientRect();
    return [(event.clientX - frame.left) * event.target.width / frame.width, (event.clientY - frame.top) * event.target.height / frame.height];
  };
  document.addEventListener("pointerdown", event => {
    if (!event.target.matches?.("canvas[data-glass]")) return;
    pen = event.target.getContext("2d");
    if (!event.target.dataset.drawn) { pen.fillStyle = "#fff"; pen.fillRect(0, 0, event.target.width, event.target.height); event.target.dataset.drawn = "1"; }
    Object.assign(pen, { lineWidth: 4, lineCap: "round", strokeStyle: "#123" });
    pen.beginPath();
    pen.moveTo(...spot(event));
    event.target.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  document.addEventListener("pointermove", event => { if (pen && event.target.matches?.("canvas[data-glass]")) { pen.lineTo(...spot(event)); pen.stroke(); } });
  document.addEventListener("pointerup", () => { pen = null; });
  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-send-now]")) flush();
    if (!event.target.closest?.("[data-clear-glass]")) return;
    const glass = event.target.closest("form").querySelector("canvas[data-glass]");
    glass.getContext("2d").clearRect(0, 0, glass.width, glass.height);
    delete glass.dataset.drawn;
  });

  // The pages of the day are kept before the basement is reached.
  async function keepPages() {
    if (!window.caches || !navigator.onLine) return;
    const cache = await caches.open("field-pages");
    const addresses = ["/Service/Visits/MyDay", ...[...document.querySelectorAll("a[data-keep]")].slice(0, 12).map(a => a.pathname)];
    for (const address of addresses) {
      const answer = await fetch(address, { credentials: "same-origin" });
      if (answer.ok && !answer.redirected) await cache.put(address, answer);
    }
  }

  function begin() {
    box = document.getElementById("queue");
    if (box) texts = box.dataset;
    show();
  }

  begin();
  addEventListener("online", () => { show(); flush(); });
  addEventListener("offline", show);
  setInterval(flush, 20000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  flush();
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register("/sw.js", { scope: "/" }).then(() => { if (document.querySelector("a[data-keep]")) keepPages().catch(() => { /* the next visit keeps them */ }); });
  }
})();
