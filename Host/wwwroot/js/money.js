// Shows on the phone what a quote or a fee note comes to, with or without a signal. The server works it out again and refuses an amount that differs.
(() => {
  "use strict";
  const number = text => Number(text) || 0;
  const fen = yuan => Math.round(yuan * 100 + 1e-6); // half up; nothing here is negative
  const percentOf = (amount, percent) => Math.round(amount * number(percent) / 100 + 1e-6);
  const yuan = amount => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
  const chosen = row => row.querySelector("select").selectedOptions[0];
  const quantity = row => row.querySelector("input[type=number]").value === "" ? 1 : number(row.querySelector("input[type=number]").value);
  const rows = (form, list) => [...form.querySelectorAll(`[data-priced=${list}]`)].filter(row => chosen(row)?.value);

  function workOut(form) {
    const d = form.dataset, misuse = form.querySelector("[data-all-misuse]").checked;
    const done = [...rows(form, "Works"), ...rows(form, "Parts")].map(row => ({
      amount: fen(quantity(row) * number(chosen(row).dataset.one)), covered: (misuse ? chosen(row).dataset.coveredMisuse : chosen(row).dataset.covered) === "1",
    }));
    const visit = (!misuse && d.repeat === "1") || (done.length > 0 && done.every(line => line.covered));
    const km = Math.max(0, number(form.elements["Input.Km"].value) - number(d.includedKm));
    const quarters = Math.max(0, Math.floor((number(form.elements["Input.Minutes"].value) - number(d.includedMinutes) + 14) / 15));
    const lines = [...done, { amount: fen((number(d.base) + km * number(d.perKm) + quarters * number(d.perQuarter)) * number(d.factor)), covered: visit },
      ...rows(form, "Materials").map(row => ({ amount: fen(quantity(row) * number(chosen(row).dataset.one)), covered: visit }))];
    if (form.elements["Input.AtHeight"].checked) lines.push({ amount: fen(number(d.atHeight)), covered: visit });
    const sum = covered => lines.filter(line => line.covered === covered).reduce((all, line) => all + line.amount, 0);
    const payable = sum(false) - percentOf(sum(false), d.agreementPercent);
    const most = d.discountPercent ? Math.min(payable, Math.max(fen(number(d.given)), Math.floor(payable * number(d.discountPercent) / 100))) : payable;
    return { payable, covered: sum(true), most };
  }

  // A discount wants a reason and has its limit; the browser says so before the form is kept.
  function takeOff(form, most) {
    const field = form.elements["Input.Discount"], discount = fen(number(field.value));
    field.max = yuan(most);
    form.elements["Input.DiscountReason"].required = discount > 0;
    return Math.min(discount, most);
  }

  function show(form) {
    const { payable: before, covered, most } = workOut(form), settles = form.dataset.money === "Settle";
    const payable = before - takeOff(form, most);
    const quoted = form.dataset.quoted ? Number(form.dataset.quoted) : null, capped = settles && quoted !== null && payable > quoted;
    const total = capped ? quoted : payable;
    form.querySelector("[data-total]").textContent = yuan(total);
    form.querySelector("[data-covered-sum]").textContent = yuan(covered);
    form.elements.AmountShown.value = yuan(total);
    for (const field of form.querySelectorAll("[data-misuse]")) field.value = String(form.querySelector("[data-all-misuse]").checked);
    if (!settles) { form.querySelector("[data-nothing]").hidden = total > 0; return; }
    form.elements.Capped.value = String(capped);
    form.querySelector("[data-capped]").hidden = !capped;
    const amount = form.elements.Amount;
    if (amount && !amount.dataset.typed) amount.value = yuan(total);
  }

  // Until somebody types it, the time on site runs with the clock.
  function runMinutes(form) {
    const field = form.elements["Input.Minutes"];
    if (form.dataset.arrived && !field.dataset.typed) field.value = Math.max(0, Math.min(1440, Math.floor((Date.now() - Date.parse(form.dataset.arrived)) / 60000)));
  }

  const forms = () => document.querySelectorAll("form[data-money]");

  function all() {
    for (const form of forms()) { runMinutes(form); show(form); }
  }

  document.addEventListener("input", event => {
    const form = event.target.closest?.("form[data-money]");
    if (!form) return;
    if (/^(Input\.Minutes|Input\.Discount|Amount)$/.test(event.target.name)) event.target.dataset.typed = "1";
    show(form);
  });
  document.addEventListener("change", event => { const form = event.target.closest?.("form[data-money]"); if (form) show(form); });

  // What waits on the phone counts already: arrival, misuse, work and parts, an accepted quote.
  const said = (entry, name) => entry.fields.find(([field]) => field === name)?.[1];
  function add(form, list, entry, code, many) {
    if (!code || form.dataset.taken?.includes(`|${entry.order}|`)) return;
    form.dataset.taken = `${form.dataset.taken ?? ""}|${entry.order}|`;
    const match = (options, words) => [...options].find(o => o.value.toLowerCase() === words) ?? [...options].find(o => o.value && o.text.toLowerCase().includes(words));
    const words = code.toLowerCase(), byBarcode = list === "Parts" ? match(document.getElementById("parts-of-model")?.options ?? [], words)?.value.toLowerCase() : null;
    for (const row of form.querySelectorAll(`[data-priced=${list}]`)) {
      if (chosen(row)?.value) continue;
      const select = row.querySelector("select"), option = match(select.options, words) ?? (byBarcode && match(select.options, byBarcode));
      if (option) { select.value = option.value; row.querySelector("input[type=number]").value = many; }
      return;
    }
  }

  document.addEventListener("field:entries", event => {
    for (const form of forms()) {
      const order = form.getAttribute("action").split("/").pop();
      for (const entry of event.detail.filter(e => e.state === "waiting" && e.action.split("/").pop() === order)) {
        const act = entry.action.split("/").at(-2);
        if (act === "Arrive" && !form.dataset.arrived) form.dataset.arrived = entry.at;
        if (act === "Find" && said(entry, "Misuse") === "true") form.querySelector("[data-all-misuse]").checked = true;
        if (act === "AddWork") add(form, "Works", entry, said(entry, "Code"), 1);
        if (act === "UsePart") add(form, "Parts", entry, said(entry, "Part"), said(entry, "Quantity") ?? 1);
        if (act === "Quote" && form.dataset.money === "Settle") {
          form.dataset.quoted = String(fen(number(said(entry, "AmountShown"))));
          const discount = form.elements["Input.Discount"];
          if (!discount.dataset.typed) [discount.value, form.elements["Input.DiscountReason"].value] = [said(entry, "Input.Discount") ?? "", said(entry, "Input.DiscountReason") ?? ""];
        }
      }
    }
    all();
  });

  all();
  document.addEventListener("field:renewed", all);
  document.addEventListener("toggle", event => { if (event.target.matches?.("details.field-step[open]")) all(); }, true);
})();
