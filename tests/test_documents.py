"""What the documents for contributors name exists, and they keep to their forms."""

import datetime
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CHANGELOG = ROOT / "CHANGELOG.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
ENGINE = ROOT / "execdocs/README.md"
README = ROOT / "README.md"
GUIDES = [README, CONTRIBUTING, ENGINE]
DECISIONS = sorted((ROOT / "decisions").glob("[0-9]*.md"))
DOCUMENTS = [
    *GUIDES,
    CHANGELOG,
    ROOT / "SECURITY.md",
    *(ROOT / "decisions").glob("*.md"),
]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))

FENCE = re.compile(r"^ *(`{3,})(\w*).*?\n(.*?)^ *\1$", re.DOTALL | re.MULTILINE)
PLACEHOLDER = re.compile(r"[<*{ ]|://|\bidea|_idea")  # not the name of a file
PARTS = ["Decision", "Why", "Considered", "Measured"]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


each_guide = pytest.mark.parametrize("guide", GUIDES, ids=name_of)
each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=name_of)


def inline_code(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", FENCE.sub("", text))


def shell_lines(text: str) -> list[str]:
    blocks = [body for _, language, body in FENCE.findall(text) if language == "sh"]
    return [line.split("#")[0].strip() for line in "\n".join(blocks).splitlines()]


def steps(workflow: Path) -> list[dict]:
    jobs = yaml.safe_load(workflow.read_text())["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def is_made(path: str) -> bool:
    """Whether Git ignores a path, because a build or a test makes it."""
    command = ["git", "check-ignore", "--quiet", "--", path]
    return subprocess.run(command, cwd=ROOT).returncode == 0


def is_there(path: str, guide: Path) -> bool:
    path = path.partition(":")[0]  # `docs/page.md:34` names a line
    return any((folder / path).exists() for folder in (guide.parent, ROOT))


def make_targets(command: str) -> list[str]:
    words = command.partition("make ")[2].split()
    return [word for word in words if re.fullmatch(r"[a-z][a-z-]*", word)]


def test_the_contributors_guide_is_short():
    assert len(CONTRIBUTING.read_text().split()) <= 900


@each_guide
def test_every_path_that_a_guide_names_exists(guide):
    text = guide.read_text()
    named = {each for each in inline_code(text) if "/" in each}
    named |= {
        each for each in inline_code(text) if re.fullmatch(r"\w+\.(py|yml)", each)
    }
    if guide == ENGINE:  # its picture names files as well
        named |= set(re.findall(r"[\w/-]*\w\.py\b", text))
    named = {each for each in named if not PLACEHOLDER.search(each)}
    assert named
    assert [
        each
        for each in sorted(named)
        if not is_there(each, guide) and not is_made(each)
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_between_documents_leads_somewhere(document):
    text = FENCE.sub("", document.read_text())
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [each for each in links if not (document.parent / each).exists()] == []


def test_every_make_target_that_is_named_exists():
    commands = [
        line
        for guide in GUIDES
        for line in [*inline_code(guide.read_text()), *shell_lines(guide.read_text())]
    ]
    commands += [
        step["run"]
        for workflow in WORKFLOWS
        for step in steps(workflow)
        if "run" in step
    ]
    commands = [each for each in commands if re.search(r"(^|\s)make ", each)]
    named = {target for command in commands for target in make_targets(command)}
    there = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    )
    assert {"serve", "test", "newest"} <= named
    assert named <= there


@each_workflow
def test_every_action_is_pinned_by_its_commit(workflow):
    used = re.findall(r"\buses: (.*)", workflow.read_text())
    assert len(used) == sum("uses" in step for step in steps(workflow)) > 0
    pinned = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [each for each in used if not pinned.fullmatch(each)] == []


@each_workflow
def test_a_workflow_has_no_commands_of_its_own(workflow):
    """So everything that it does can be tried on any machine."""
    for command in [step["run"] for step in steps(workflow) if "run" in step]:
        if not command.startswith("make "):
            script = ROOT / command
            assert script.parent.name == ".ci"
            assert os.access(script, os.X_OK)


@each_workflow
def test_only_publishing_may_write(workflow):
    content = yaml.safe_load(workflow.read_text())
    assert content["permissions"] == {"contents": "read"}
    writing = {name for name, job in content["jobs"].items() if "permissions" in job}
    assert writing <= {"publish"}


def test_the_newest_release_is_the_version_everywhere():
    headings = re.findall(r"^## (.*)", CHANGELOG.read_text(), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    versions = [heading.strip("[]") for heading in headings[1:]]
    dates = [datetime.datetime.strptime(each, "%Y.%m.%d").date() for each in versions]
    assert dates == sorted(dates, reverse=True)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert citation["version"] == project["version"] == versions[0]
    assert citation["date-released"] == dates[0].isoformat()


def test_decisions_are_numbered_without_gaps():
    assert [int(each.name[:4]) for each in DECISIONS] == [*range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_short_and_has_its_four_parts(decision):
    text = decision.read_text()
    assert 60 <= len(text.split()) <= 200
    assert re.findall(r"^\*\*(.*?)\.\*\*", text, re.MULTILINE) == PARTS


def test_the_form_for_pages_has_the_fields_that_pages_fill_in():
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/page.yml").read_text())
    fields = [field["id"] for field in form["body"] if "id" in field]
    assert fields[:2] == ["page", "versions"]
