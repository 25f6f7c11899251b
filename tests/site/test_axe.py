"""axe finds no violation of any of its rules on any page, in light and dark."""

import pytest

from tests.site import needs
from tests.site.conftest import every_kind
from tests.site.visit import READY, visit

# The colour scheme changes colours alone: in the dark, these rules of axe are enough.
RULES = {"light": None, "dark": ["color-contrast", "link-in-text-block"]}
SCHEMES = {"light": "default", "dark": "slate"}  # as Material calls them

RUN = """async (rules) => {
  const found = await axe.run({
    resultTypes: ["violations"],
    ...(rules && {runOnly: {type: "rule", values: rules}}),
  })
  return found.violations.map(({id, nodes: [first, ...others]}) =>
    `${id}: ${first.target.join(" ")}: ` +
    `${first.failureSummary.split("\\n")[1]?.trim()}` +
    (others.length ? ` and ${others.length} more` : ""))
}"""


@pytest.mark.timeout(900)  # a second for each page, more where others are at work
@every_kind
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation(browser, server, pages, scheme):
    axe = needs.npm("axe-core/axe.min.js").read_text(encoding="utf-8")
    violations = {}
    # The Content-Security-Policy would refuse what axe puts on the page.
    with visit(browser, server, color_scheme=scheme, bypass_csp=True) as (page, _):
        for name in pages:
            page.goto(server.url(name))
            shown = page.locator("body").get_attribute("data-md-color-scheme")
            assert shown == SCHEMES[scheme]
            page.wait_for_function(READY)
            page.evaluate(axe)
            if found := page.evaluate(RUN, RULES[scheme]):
                violations[name] = found
    assert violations == {}
