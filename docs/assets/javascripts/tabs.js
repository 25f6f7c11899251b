/* Open the tabs that the reader chose before, and those around what the address names. */
{
  const chosen = __md_get("__tabs") ?? [];
  const nameOf = (radio) => radio.labels[0].textContent.trim();
  const radiosIn = (set) => [...set.querySelectorAll(":scope > input")];
  const sets = [...document.querySelectorAll(".tabbed-set")];

  for (const set of sets) {
    const radios = radiosIn(set);
    const names = radios.map(nameOf);
    // The latest choice comes first.
    const name = chosen.find((each) => names.includes(each));
    if (name) {
      radios[names.indexOf(name)].checked = true;
    }
    // For those who hear the page: which choice it is.
    Object.assign(set, { role: "group", ariaLabel: names.join(" or ") });
  }

  // One choice for all sets: the backend in the header.
  const backend = document.querySelector(".backend");
  const backends = [...backend.options].map((option) => option.text);
  const radios = sets.flatMap(radiosIn).filter((radio) => backends.includes(nameOf(radio)));
  backend.hidden = !radios.length;
  backend.value = chosen.find((name) => backends.includes(name)) ?? backends[0];
  backend.onchange = () => {
    __md_set("__tabs", [...new Set([backend.value, ...(__md_get("__tabs") ?? [])])]);
    const closed = radios.filter((radio) => nameOf(radio) === backend.value && !radio.checked);
    const isBelow = (radio) => radio.parentElement.getBoundingClientRect().top > 0;
    // Material opens the others, and keeps the place of the one that was clicked.
    (closed.find(isBelow) ?? closed.at(-1))?.click();
  };
  for (const radio of radios) {
    radio.onchange = () => {
      backend.value = nameOf(radio);
    };
  }

  // Open all that is closed around the place that the address names.
  const reveal = (choose) => {
    const place = document.getElementById(location.hash.slice(1));
    for (let each = place; each; each = each.parentElement) {
      if (each.matches("details")) {
        each.open = true;
      } else if (each.matches("[type=radio]")) {
        choose(each);
      } else if (each.matches(".tabbed-block")) {
        const position = [...each.parentElement.children].indexOf(each);
        choose(radiosIn(each.closest(".tabbed-set"))[position]);
      }
    }
    return place;
  };
  reveal((radio) => {
    radio.checked = true;
  });
  window.onhashchange = () => reveal((radio) => radio.click())?.scrollIntoView();
}
