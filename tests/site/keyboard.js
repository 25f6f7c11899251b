// Note, in the page, what the keyboard reaches: looks.py puts this there.
(() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]"
  const stops = []
  const name = element => element.outerHTML.replace(/\s+/g, " ").slice(0, 110)
  const look = element => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
    return [outlineStyle === "none" ? "" : outlineWidth + outlineColor, boxShadow].join()
  }
  // Where a control itself is not seen, what stands for it is: its label, the label of
  // the choice after it (the theme's colours), or the labels of all tabs.
  const faces = element => [
    element,
    ...(element.labels ?? []),
    element.matches("input:has(+ label)") && element.nextElementSibling,
    element.parentElement.querySelector(":scope > .tabbed-labels"),
  ].filter(Boolean)
  const hasCaret = element => element.matches("input[type=text], input[type=search]")
  const visible = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && element.getClientRects().length > 0
  const tabbable = () => [...document.querySelectorAll(CONTROLS)].filter(element =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility() &&
    faces(element).some(visible))
  const group = element => element.type === "radio" ? element.name : null

  addEventListener("focusin", ({ target }) => stops.push({
    element: target,
    focused: faces(target).map(look),
    seen: faces(target).some(visible),
    top: target.getBoundingClientRect().top + scrollY,
    bottom: target.getBoundingClientRect().bottom + scrollY,
    left: target.getBoundingClientRect().left,
    right: target.getBoundingClientRect().right,
  }))

  window.keyboard = {
    // Tab is where it began, or has been pressed more often than there are controls.
    isRound: presses => stops.slice(1).some(stop => stop.element === stops[0].element)
      || presses > tabbable().length * 1.1 + 10,
    report() {
      document.activeElement.blur()
      const reached = new Set(stops.map(stop => stop.element))
      const groups = new Set([...reached].map(group).filter(Boolean))
      const missed = tabbable().filter(element =>
        !reached.has(element) && !groups.has(group(element)))
      const round = stops.slice(0, reached.size) // then Tab begins again
      const back = round.filter((stop, index) => {
        const last = round[index - 1]
        if (!last) return false
        const follows = last.element.compareDocumentPosition(stop.element)
          & Node.DOCUMENT_POSITION_FOLLOWING
        const inArticle = [last, stop].every(each => each.element.closest("article"))
        // Up is right where the next column begins.
        return !follows || inArticle && stop.bottom < last.top && stop.left < last.right
      })
      return {
        reached: reached.size,
        "not reached": missed.map(name),
        "focus not visible": round.filter(stop => stop.seen && !hasCaret(stop.element) &&
          String(faces(stop.element).map(look)) === String(stop.focused))
          .map(stop => name(stop.element)),
        "focus on what is not seen": round.filter(stop => !stop.seen)
          .map(stop => name(stop.element)),
        "out of order": back.map(stop => name(stop.element)),
      }
    },
  }
})()
