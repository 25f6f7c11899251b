/* Open the tabs that the reader chose before, and the one that the address names. */
{
  const chosen = __md_get("__tabs") ?? [];

  for (const set of document.querySelectorAll(".tabbed-set")) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
    for (const name of chosen) {
      // The latest choice comes first.
      const label = labels.find((each) => each.textContent.trim() === name);
      if (label) {
        label.control.checked = true;
        break;
      }
    }
  }

  const target = document.getElementById(location.hash.slice(1));
  if (target?.type === "radio") {
    target.checked = true;
  }
}
