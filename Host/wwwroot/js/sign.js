// Signature on glass: strokes go into the form as points. Without script the typed name stands alone.
(() => {
  "use strict";
  for (const box of document.querySelectorAll("[data-pad]")) {
    const canvas = box.querySelector("canvas"), field = box.querySelector("input[type=hidden]");
    const pad = new SignaturePad(canvas, { penColor: getComputedStyle(canvas).color });
    const fit = () => {
      const kept = pad.toData(), ratio = Math.max(devicePixelRatio || 1, 1);
      canvas.width = canvas.offsetWidth * ratio;
      canvas.height = canvas.offsetHeight * ratio;
      canvas.getContext("2d").scale(ratio, ratio);
      pad.clear();
      pad.fromData(kept);
    };
    const keep = () => { field.value = pad.isEmpty() ? "" : JSON.stringify(pad.toData().map(s => ({ points: s.points.map(p => ({ x: p.x, y: p.y })) }))); };
    fit();
    addEventListener("resize", fit);
    pad.addEventListener("endStroke", keep);
    box.querySelector("[data-pad-clear]").addEventListener("click", () => { pad.clear(); keep(); });
  }
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
})();
