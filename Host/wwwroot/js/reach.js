// What only the phone knows of the way to the server. Without script the button reports the rest.
(() => {
  const form = document.getElementById("reach");
  if (!form) return;
  const state = document.getElementById("reach-state");
  const set = (name, value) => { form.elements[name].value = value; };
  async function measure() {
    let best = Infinity, difference = 0;
    for (let i = 0; i < 5; i++) {
      const [wall, from] = [Date.now(), performance.now()];
      const answer = await fetch(form.dataset.clock, { cache: "no-store" });
      const server = Number(await answer.text());
      const trip = performance.now() - from;
      if (answer.ok && trip < best) { best = trip; difference = wall + trip / 2 - server; }
    }
    set("Secure", String(window.isSecureContext));
    set("Worker", String("serviceWorker" in navigator));
    if (best < Infinity) { set("ClockMs", Math.round(difference)); set("RoundTripMs", Math.round(best)); }
  }
  state.hidden = false;
  measure().catch(() => { /* the report then says what the server saw */ }).finally(() => form.submit());
})();
