// What helps a reader along. A page says all without this.

// On a touch screen, a tap shows what a term means, and the next one follows its link.
document.addEventListener("click", (event) => {
  const term = event.target.closest("a.term");
  const isShown = term?.matches(".shown");
  document.querySelector("a.term.shown")?.classList.remove("shown");
  const touched = event.pointerType === "touch" || matchMedia("(hover: none)").matches;
  if (term && !isShown && touched && event.detail) { // a key has no detail
    event.preventDefault();
    event.stopPropagation();
    term.classList.add("shown");
    document.querySelector(".copy-status").textContent = term.dataset.definition;
  }
}, true);

// What is wider than a phone can be moved with the keys as well.
const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  }
});

document$.subscribe(() => {
  wide.disconnect();
  for (const each of document.querySelectorAll(".md-typeset :is(.md-typeset__scrollwrap, pre > code)")) {
    wide.observe(each);
  }
});
