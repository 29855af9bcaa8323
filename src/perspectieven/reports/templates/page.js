"use strict";
(() => {
  const dialog = document.getElementById("lezer");
  const list = document.getElementById("lezer-citaten");

  const copyOf = (number) => {
    const copy = document.getElementById("citaat-" + number).cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  };

  const read = (link) => {
    const numbers = link.dataset.citaten.split(" ").filter(Boolean);
    const about = link.getAttribute("aria-label").split(" · ").slice(1).join(" · ");
    document.getElementById("lezer-kop").textContent = about;
    document.getElementById("lezer-noot").textContent = link.dataset.noot;
    document.getElementById("lezer-leeg").hidden = numbers.length > 0;
    list.hidden = numbers.length === 0;
    list.replaceChildren(...numbers.map(copyOf));
    dialog.showModal();
    list.scrollTop = 0;
    (numbers.length ? list : document.getElementById("lezer-dicht")).focus();
  };

  const linkFor = (element) => {
    const link = element.closest("a");
    const href = link && link.getAttribute("href");
    if (!href || !href.startsWith("#")) return null;
    if (link.dataset.citaten !== undefined) return link;
    return [...document.querySelectorAll("a[data-citaten]")].find((other) => other.getAttribute("href") === href);
  };

  if (dialog.showModal) {
    document.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const link = linkFor(event.target);
      if (!link) return;
      event.preventDefault();
      read(link);
    });
    document.getElementById("lezer-dicht").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.code:not([open]):has(.merk)")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));

  for (const button of document.querySelectorAll("button.bewaar")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const plate = button.closest("figure").querySelector(".plaat");
      const svg = plate.querySelector("svg").cloneNode(true);
      const text = new XMLSerializer().serializeToString(svg);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
      link.download = plate.dataset.naam + ".svg";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }
})();
