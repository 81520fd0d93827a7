// Signature on glass: strokes go into the form as points. Without script the typed name stands alone.
(() => {
  "use strict";
  const equipped = new WeakSet();

  function equip(box) {
    if (equipped.has(box)) return;
    equipped.add(box);
    const canvas = box.querySelector("canvas"), field = box.querySelector("input[type=hidden]");
    const pad = new SignaturePad(canvas, { penColor: getComputedStyle(canvas).color });
    const fit = () => {
      if (canvas.offsetWidth === 0) return; // inside a step that is closed
      const kept = pad.toData(), ratio = Math.max(devicePixelRatio || 1, 1);
      canvas.width = canvas.offsetWidth * ratio;
      canvas.height = canvas.offsetHeight * ratio;
      canvas.getContext("2d").scale(ratio, ratio);
      pad.clear();
      pad.fromData(kept);
    };
    const keep = () => { field.value = pad.isEmpty() ? "" : JSON.stringify(pad.toData().map(s => ({ points: s.points.map(p => ({ x: p.x, y: p.y })) }))); };
    new ResizeObserver(fit).observe(canvas);
    pad.addEventListener("endStroke", keep);
    box.querySelector("[data-pad-clear]").addEventListener("click", () => { pad.clear(); keep(); });
  }

  const all = () => { for (const box of document.querySelectorAll("[data-pad]")) equip(box); };
  all();
  document.addEventListener("field:renewed", all);
})();
