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

// Which pages are read: those whose end was in sight. Only this device knows it. A second
// long: with instant navigation, a page comes up where the last one was left.
let inSight;
const end = new IntersectionObserver(([{ isIntersecting }]) => {
  clearTimeout(inSight);
  if (isIntersecting) {
    inSight = setTimeout(note, 1000);
  }
});

function note() {
  const read = __md_get("__read") ?? [];
  __md_set("__read", [...new Set([...read, nameOf(location)])]);
  tick();
}

document$.subscribe(() => {
  end.disconnect();
  clearTimeout(inSight);
  const heading = document.getElementById("where-to-go-next");
  if (heading) {
    end.observe(heading);
  }
  tick();
});

document.addEventListener("click", ({ target }) => {
  if (target.matches(".reading button")) {
    __md_set("__read", []);
    tick();
  }
});

function tick() {
  const read = __md_get("__read") ?? [];
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link, .contents a")) {
    link.querySelector(".read")?.remove();
    if (!link.hash && read.includes(nameOf(link))) {
      link.append(element("span", { className: "read", role: "img", ariaLabel: "read", textContent: "✓" }));
    }
  }
  const said = document.querySelector(".reading"); // on the home page
  if (said) {
    said.hidden = !read.length;
  }
}

function nameOf({ pathname }) {
  return pathname.slice(__md_scope.pathname.length);
}

// Search for what is pasted or dropped with the mouse, too: Material waits for a key.
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
