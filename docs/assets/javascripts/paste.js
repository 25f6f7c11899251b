/* Search for what is pasted or dropped with the mouse, too: Material waits for a key. */
document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-md-component=search-query]")) {
    target.dispatchEvent(new KeyboardEvent("keyup"));
  }
});
