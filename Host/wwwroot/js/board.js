// The dispatch board: a card is dropped, or picked up with the keyboard, and the server's own form says what must be asked. Without script the form is a page.
(() => {
  "use strict";
  if (window.boardReady) return;
  window.boardReady = true;
  let picked = null, target = null, moved = null, dragging = false;
  const board = () => document.getElementById("board");
  const ask = () => document.getElementById("board-ask");
  const say = text => { const line = document.getElementById("board-says"); if (line) line.textContent = text; };
  const possible = (card, row) => !row || row.dataset.jobs.split(" ").includes(card.dataset.job);

  // Who cannot be sent is shown while the card is in the hand, with the reason.
  const judge = card => {
    for (const row of board().querySelectorAll("tr[data-jobs]")) {
      const no = card && !possible(card, row);
      row.classList.toggle("not-possible", Boolean(no));
      row.querySelector(".not-possible-why").textContent = no ? board().dataset.uncertified : "";
    }
  };

  const open = async (card, cell) => {
    moved = card.dataset.number;
    const query = new URLSearchParams({ handler: "Ask", seen: card.dataset.version });
    if (cell?.dataset.technician) {
      query.set("technician", cell.dataset.technician);
      if (cell.dataset.hour !== card.dataset.hour || card.closest("[data-tray]") && !card.textContent.includes(cell.dataset.start.slice(5, 10))) query.set("start", cell.dataset.start);
    }
    await htmx.ajax("GET", `/Service/Dispatch/Move/${encodeURIComponent(card.dataset.number)}?${query}`, { target: "#board-ask", swap: "innerHTML" });
    const form = ask()?.querySelector("form");
    if (!form) return;
    if (form.dataset.atOnce) form.requestSubmit();
    else if (!ask().open) ask().showModal();
  };

  const drop = (card, cell) => {
    const row = cell.closest("tr");
    if (!possible(card, row)) say(`${cell.dataset.says}: ${board().dataset.uncertified}`);
    else open(card, cell);
  };

  const arm = () => {
    if (!board() || !window.Sortable || !matchMedia("(min-width: 62.01rem)").matches) return;
    for (const place of board().querySelectorAll("td[data-hour], [data-tray]")) {
      if (window.Sortable.get(place)) continue;
      new window.Sortable(place, {
        group: "visits", sort: false, draggable: ".may-move", filter: "a, button", preventOnFilter: false, ghostClass: "visit-ghost", animation: 0,
        onStart: e => { dragging = true; judge(e.item); },
        onMove: e => possible(e.dragged, e.to.closest("tr")) && !(e.to !== e.from && e.to.matches("[data-tray]")),
        onEnd: e => {
          dragging = false;
          judge(null);
          if (e.to === e.from) return;
          e.from.appendChild(e.item); // it lies where it was until the server has moved it
          drop(e.item, e.to);
        },
      });
    }
  };

  const aim = cell => {
    target?.classList.remove("aimed");
    target = cell;
    if (!cell) return;
    cell.classList.add("aimed");
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(cell.dataset.says + (possible(picked, cell.closest("tr")) ? "" : `: ${board().dataset.uncertified}`));
  };

  const letGo = () => { picked?.classList.remove("picked"); aim(null); judge(null); picked = null; };

  const pick = card => {
    picked = card;
    card.classList.add("picked");
    judge(card);
    say(board().dataset.picked);
    aim(card.closest("td") ?? board().querySelector(`td[data-hour="${card.dataset.hour}"]`));
  };

  const step = (key, cell) => {
    const row = cell.parentElement;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const next = key === "ArrowLeft" ? cell.previousElementSibling : cell.nextElementSibling;
      return next?.matches("td") ? next : cell;
    }
    const other = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
    return other?.children[cell.cellIndex] ?? cell;
  };

  document.addEventListener("keydown", event => {
    const card = event.target.closest?.(".visit.may-move");
    if (!card || event.target !== card) return;
    if (picked && event.key.startsWith("Arrow") && target) aim(step(event.key, target));
    else if (picked && event.key === "Escape") { letGo(); say(board().dataset.putBack); }
    else if (event.key === "Enter" || event.key === " ") {
      if (!picked) pick(card);
      else {
        const [from, to] = [picked, target];
        letGo();
        if (to && to !== from.parentElement) drop(from, to);
      }
    }
    else return;
    event.preventDefault();
  });
  document.addEventListener("focusout", event => { if (picked && event.target === picked) letGo(); });

  document.addEventListener("click", event => {
    const link = event.target.closest("[data-move]");
    if (link && ask() && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(link.closest(".visit"), null); }
    if (event.target.closest("[data-close]") && ask()?.open) { event.preventDefault(); ask().close(); document.getElementById("v-" + moved)?.focus(); }
  });

  // The board renews itself, but never under a hand.
  document.addEventListener("htmx:beforeRequest", event => {
    if (event.target.matches?.("[data-board-refresh]") && (dragging || picked || ask()?.open)) event.preventDefault();
  });
  document.addEventListener("htmx:afterSettle", () => {
    arm();
    const card = moved && !ask()?.open && !ask()?.firstElementChild ? document.getElementById("v-" + moved) : null;
    if (card) { card.focus(); moved = null; }
  });
  document.addEventListener("DOMContentLoaded", arm);
  arm();
})();
