// Ways to the search box that Material does not have.

// What is pasted or dropped with the mouse: Material waits for a key.
document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-md-component=search-query]")) {
    target.dispatchEvent(new KeyboardEvent("keyup"));
  }
});

// A form of a page asks at once; opened from a file, Firefox would not even send it.
document.addEventListener("submit", (event) => {
  const asked = event.target.elements.q;
  if (asked) {
    event.preventDefault();
    openSearch(asked.value);
  }
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "k") {
    event.preventDefault();
    openSearch();
  }
});

function openSearch(text) {
  const toggle = document.getElementById("__search");
  const query = document.querySelector("[data-md-component=search-query]");
  if (!toggle.checked) {
    toggle.click();
  }
  query.focus();
  if (text) {
    query.value = text;
    query.dispatchEvent(new KeyboardEvent("keyup"));
  }
}
