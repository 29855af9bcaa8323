"use strict";
(() => {
  const slides = [...document.querySelectorAll(".dia")];
  const buttons = document.getElementById("knoppen");
  const output = document.getElementById("nummer");
  const dialog = document.getElementById("lezer");
  const list = document.getElementById("lezer-citaten");
  const wide = matchMedia("(min-width: 700px)");
  let at = 0;

  const onStage = () => document.body.classList.contains("toneel");

  const show = (wanted, { focus = true } = {}) => {
    at = Math.max(0, Math.min(slides.length - 1, wanted));
    slides.forEach((slide, index) => slide.classList.toggle("hier", index === at));
    document.getElementById("vorige").disabled = at === 0;
    document.getElementById("volgende").disabled = at === slides.length - 1;
    output.textContent = at + 1;
    output.setAttribute("aria-label", output.dataset.tekst.replace("{n}", at + 1).replace("{total}", slides.length));
    if (!onStage()) return;
    history.replaceState(null, "", "#" + slides[at].id);
    if (focus) slides[at].focus({ preventScroll: true });
  };

  const fit = () => {
    document.body.classList.toggle("toneel", wide.matches);
    buttons.hidden = !wide.matches;
    document.body.style.setProperty("--schaal", Math.min(innerWidth / 1024, innerHeight / 768));
    for (const slide of [...slides, ...document.querySelectorAll(".figure h2")]) {
      slide.classList.remove("vol");
      slide.classList.toggle("vol", slide.scrollHeight > slide.clientHeight + 1);
    }
  };

  const asked = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    show(Math.max(0, slides.findIndex((slide) => target && slide.contains(target))), { focus: false });
  };

  const steps = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity,
  };

  document.addEventListener("keydown", (event) => {
    if (!onStage() || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    if (event.key === "f" || event.key === "F") {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen();
    } else if (event.key in steps) {
      event.preventDefault();
      show(event.key === " " && event.shiftKey ? at - 1 : at + steps[event.key]);
    }
  });
  document.getElementById("vorige").addEventListener("click", () => show(at - 1, { focus: false }));
  document.getElementById("volgende").addEventListener("click", () => show(at + 1, { focus: false }));

  const copyOf = (number) => {
    const copy = document.getElementById("citaat-" + number).cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-citaten]");
    if (!link || !dialog.showModal) return;
    event.preventDefault();
    const numbers = link.dataset.citaten.split(" ").filter(Boolean);
    document.getElementById("lezer-kop").textContent = link.getAttribute("aria-label");
    document.getElementById("lezer-noot").textContent = link.dataset.noot;
    document.getElementById("lezer-leeg").hidden = numbers.length > 0;
    list.hidden = numbers.length === 0;
    list.replaceChildren(...numbers.map(copyOf));
    dialog.showModal();
    list.scrollTop = 0;
    (numbers.length ? list : document.getElementById("lezer-dicht")).focus();
  });
  document.getElementById("lezer-dicht").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  addEventListener("resize", fit);
  addEventListener("hashchange", asked);
  fit();
  asked();
})();
