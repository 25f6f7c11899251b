/* Open the tabs that the reader chose before, and those around what the address names. */
{
  const chosen = __md_get("__tabs") ?? [];

  for (const set of document.querySelectorAll(".tabbed-set")) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
    const names = labels.map((label) => label.textContent.trim());
    // The latest choice comes first.
    const name = chosen.find((each) => names.includes(each));
    if (name) {
      labels[names.indexOf(name)].control.checked = true;
    }
    // For those who hear the page: which choice it is.
    set.role = "group";
    set.ariaLabel = names.join(" or ");
  }

  // One choice for all sets: the backend in the header.
  const backend = document.querySelector("select.backend");
  const backends = [...backend.options].map((option) => option.text);
  const radiosOf = (name) =>
    [...document.querySelectorAll(".tabbed-labels > label")]
      .filter((label) => label.textContent.trim() === name)
      .map((label) => label.control);
  backend.hidden = !backends.some((name) => radiosOf(name).length);
  backend.value = chosen.find((name) => backends.includes(name)) ?? backends[0];
  backend.onchange = () => {
    const name = backend.value;
    __md_set("__tabs", [...new Set([name, ...(__md_get("__tabs") ?? [])])]);
    const closed = radiosOf(name).filter((radio) => !radio.checked);
    const isBelow = (radio) => radio.parentElement.getBoundingClientRect().top > 0;
    // Material opens the others, and keeps the place of the one that was clicked.
    (closed.find(isBelow) ?? closed.at(-1))?.click();
  };
  document.onchange = ({ target }) => {
    const name = target.matches(".tabbed-set > input") && target.labels[0].textContent.trim();
    if (backends.includes(name)) {
      backend.value = name;
    }
  };

  // Open all that is closed around a place; `choose` is given the radio of each tab.
  const reveal = (place, choose) => {
    for (let each = place; each; each = each.parentElement) {
      if (each.matches("details")) {
        each.open = true;
      } else if (each.matches("[type=radio]")) {
        choose(each);
      } else if (each.matches(".tabbed-block")) {
        const position = [...each.parentElement.children].indexOf(each);
        choose(each.closest(".tabbed-set").querySelectorAll(":scope > input")[position]);
      }
    }
  };
  const target = () => document.getElementById(location.hash.slice(1));

  reveal(target(), (radio) => {
    radio.checked = true;
  });
  window.onhashchange = () => {
    reveal(target(), (radio) => radio.click()); // Material moves the line below it
    target()?.scrollIntoView();
  };
}
