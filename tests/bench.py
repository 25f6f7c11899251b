"""Measure the engine's speed as ratios within one run: `make bench`.

Prints one `name: value` a line, and at the end which targets are missed. What each
ratio means stands in `decisions/0028-targets-of-speed.md`. With the argument `speed`,
it records what the chapter on speed shows in its program, and that alone.
"""

from __future__ import annotations

import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from execdocs.build import Build
from execdocs.model.backend import BACKENDS
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.pages.html import render_outputs
from execdocs.run.pool import Pool, cores, usable
from execdocs.run.stale import Job
from tests import speed, tree
from tests.site import built, lighthouse
from tests.site.server import SiteServer

TARGETS = {
    "cold/limit": 1.2,
    "warm/static": 1.2,
    "page-save-to-reload/warm": 0.25,
    "program-save-to-reload/warm": 0.35,
    "cold/mkdocs-jupyter": 0.1,
    "cold/markdown-exec": 1.0,
    "parent-memory-growth": 0.02,
    **{f"points-lost-on-a-phone/{kind}": 5.0 for kind in lighthouse.TYPES},
}
SAMPLE = 6  # every so many programs are in what is built without records
SAVED_PAGE = "layers/losses"
SAVED_PROGRAM = "layers/layer-class/linear.py"
WAIT = 120  # seconds in which a server must have answered
MARK = "Saved by the bench"

missed: list[str] = []


def report(name: str, value: float) -> None:
    """Print a figure, and note whether it misses its target."""
    print(f"{name}: {value:.2f}", flush=True)
    if value > TARGETS.get(name, value):
        missed.append(f"{name} is {value:.2f}, wanted: {TARGETS[name]} at most")


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def build(root: Path) -> None:
    """Build a site in a process of its own.

    Raises:
        RuntimeError: The build failed, or took ten minutes.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", root / "site"]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])


def forget(root: Path) -> None:
    """Delete all that builds made and kept."""
    for name in (".execdocs", ".cache", "site"):
        shutil.rmtree(root / name, ignore_errors=True)


def sample_of(build: Build, step: int) -> list[Program]:
    """Return programs from all over the site."""
    return [*build.programs.values()][::step]


def with_pages_of(root: Path, programs: Sequence[Program]) -> Path:
    """Leave of a project's copy the given programs, on one page."""
    shutil.rmtree(root / "docs")
    shutil.rmtree(root / "snippets")
    fences = ["# Programs\n"]
    for program in programs:
        path = root / "snippets" / program.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(program.text, encoding="utf-8")
        shown = [cell for cell in program.cells if not cell.hidden]
        fences += [f'```python\n--8<-- "{program.name}:{c.name}"\n```\n' for c in shown]
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("\n".join(fences), encoding="utf-8")
    (root / "mkdocs.yml").write_text(PLAIN.format("[execdocs]"), encoding="utf-8")
    return root


PLAIN = """
site_name: Programs
theme: material
use_directory_urls: false
plugins: {}
markdown_extensions:
  - pymdownx.highlight: {{ pygments_lang_class: true }}
  - pymdownx.superfences
"""


def cold(project: Path, folder: Path, step: int = SAMPLE) -> None:
    """Measure a build without records against what it cannot do without."""
    whole = Build.load(Project(project))
    # A program with figures needs descriptions, which are on its page.
    programs = [
        program
        for program in sample_of(whole, step)
        if "matplotlib" not in {name.partition(".")[0] for name in program.imports}
    ]
    root = with_pages_of(tree.copy(folder / "cold"), programs)
    build(root)  # so that files of packages are in memory
    times = []
    for _ in range(2):
        forget(root)
        times.append(seconds(lambda: build(root)))
    mine = Build.load(Project(root))
    backends = usable(mine.programs.values())
    imports = [import_seconds(backend, mine) for backend in backends]
    with Pool(mine.project) as pool:
        # One at a time: cores that share what they compute with inflate it.
        cpu = sum(
            done.outcome.cpu
            for (name, backend) in mine.records
            for done in pool.work(
                [Job(mine.programs[name], backend, "bench")], mine.programs.values()
            )
        )
    # All work shared by all cores; and none begins before the first import ends.
    limit = max((sum(imports) + cpu) / cores(), min(imports) + cpu / cores())
    report("programs times backends", len(mine.records))
    report("cold seconds", min(times))
    report("cold/limit", min(times) / limit)


def import_seconds(backend: str, build: Build) -> float:
    """Measure the import of a backend and all that its programs import."""
    modules = {*BACKENDS[backend].modules}
    for program in build.programs.values():
        modules |= program.imports if backend in program.backends else set()
    code = "; ".join(f"import {name}" for name in sorted(modules))
    command = [sys.executable, "-c", f"try:\n  {code}\nexcept ImportError: pass"]
    environment = {"PATH": "/usr/bin:/bin", **BACKENDS[backend].settings}
    return seconds(
        lambda: subprocess.run(
            command, env=environment, capture_output=True, timeout=300, check=True
        )
    )


def warm(project: Path, folder: Path, rounds: int = 5) -> float:
    """Measure a build with fresh records against the same pages made static.

    Returns:
        The seconds of the build with fresh records.
    """
    fresh, static = folder / "fresh", folder / "static"
    for root in (fresh, static):
        if not root.exists():
            tree.copy(root) if project == tree.ROOT else shutil.copytree(project, root)
    if (project / ".execdocs").exists() and not (fresh / ".execdocs").exists():
        shutil.copytree(project / ".execdocs", fresh / ".execdocs")
    build(fresh)
    value = Build.load(Project(fresh))
    for page in value.pages.values():
        (static / page.place).write_text(pasted(value, page.uri), encoding="utf-8")
    config = (static / "mkdocs.yml").read_text(encoding="utf-8")
    (static / "mkdocs.yml").write_text(without_plugins(config), encoding="utf-8")
    build(static)
    ours, ratios = [], []
    for _ in range(rounds):
        ours.append(seconds(lambda: build(fresh)))
        ratios.append(ours[-1] / seconds(lambda: build(static)))
    report("warm seconds", statistics.median(ours))
    report("warm/static", statistics.median(ratios))
    return statistics.median(ours)


def without_plugins(config: str) -> str:
    """Return the settings of a site without what the engine and the extras do."""
    lines = []
    dropped = False
    for line in config.split("\n"):
        own = re.match(r"  - (execdocs|site_extras|mkdocs-jupyter|glossary)\b", line)
        dropped = bool(own) or (dropped and line.startswith("      "))
        if not dropped:
            lines.append(line)
    text = re.sub(r"^plugins: \[.*\]$", "plugins: []", "\n".join(lines), flags=re.M)
    return re.sub(r"^hooks: .*$", "", text, flags=re.M)


def pasted(build: Build, uri: str) -> str:
    """Return the text of a page with the includes replaced by code and output."""
    page = build.pages[uri]
    lines = [*page.lines]
    for block, shown in reversed(build.shown[uri].items()):
        output = render_outputs(shown, f"output-{block.line}", "")
        text = re.sub(r"<[^>]*>", "", output)
        new = [f"```{block.info}", *shown.cell.source.split("\n"), "```", ""]
        new += ["```text", *text.split("\n"), "```", ""]
        new += re.findall(r"<img[^>]*>", output)
        lines[block.line - 1 : block.end] = [block.indent + line for line in new]
    front = page.whole.split("\n")[: page.offset]
    return "\n".join([*front, *lines])


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a site on a free port; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", address],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def wait_for(address: str, text: str, limit: float = WAIT) -> str:
    """Return a page once it has a text.

    Raises:
        TimeoutError: It did not have it in time; the message says what came.
    """
    end, last = time.monotonic() + limit, "nothing"
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10) as reply:
                page = str(reply.read().decode())
            if text in page:
                return page
            last = "a page without it"
        except OSError as error:
            last = str(error)
        time.sleep(0.05)
    raise TimeoutError(f"{address}: waited {limit} s for {text!r}; got {last}")


def save_to_reload(
    root: Path, page: str, program: str, warm_seconds: float, times: int = 5
) -> None:
    """Measure from saving a page, and a program, until a browser has the change.

    Args:
        root: A copy of the project, whose records are fresh.
        page: The page to save, without its ending.
        program: The program to save; a page of the same folder shows it.
        warm_seconds: How long a build with fresh records takes.
        times: How often each is saved.
    """
    source, script = root / f"docs/{page}.md", root / f"snippets/{program}"
    shows = next(
        each
        for each in Build.load(Project(root)).shown.items()
        if any(shown.program.name == program for shown in each[1].values())
    )[0].removesuffix(".md")
    edits = {
        "page": (source, page, "\n\n{}.\n"),
        "program": (script, shows, '\nprint("{}")\n'),
    }
    with served(root) as address:
        for kind, (file, name, line) in edits.items():
            url, taken = f"{address}{name}.html", []
            wait_for(url, "<html", 300)
            for number in range(times):
                text, mark = file.read_text(encoding="utf-8"), f"{MARK} {number}"
                start = time.perf_counter()
                file.write_text(text + line.format(mark), encoding="utf-8")
                wait_for(url, mark)
                taken.append(time.perf_counter() - start)
            report(f"{kind}-save-to-reload seconds", statistics.median(taken))
            ratio = statistics.median(taken) / warm_seconds
            report(f"{kind}-save-to-reload/warm", ratio)


def against_others(project: Path, folder: Path, step: int = 24) -> None:
    """Run some programs and make them a page, as we do and as others do."""
    whole = Build.load(Project(project))
    programs = [
        program
        for program in sample_of(whole, step)
        if program.backends[0] == "tensorflow"
        and not program.cells[-1].raises
        and "matplotlib" not in program.text
    ]
    root = with_pages_of(tree.copy(folder / "ours"), programs)
    for path in (root / "snippets").rglob("*.py"):
        path.write_text(
            re.sub(
                r"^# backends:.*\n", "", path.read_text("utf-8"), flags=re.M
            ).replace("# %%", "# backends: tensorflow\n# %%", 1),
            encoding="utf-8",
        )
    build(root)
    forget(root)
    ours = seconds(lambda: build(root))

    jupyter = folder / "jupyter"
    (jupyter / "docs").mkdir(parents=True)
    (jupyter / "docs/index.md").write_text("# Programs\n")
    for number, program in enumerate(programs):
        record = whole.records[program.name, "tensorflow"].text
        (jupyter / f"docs/{number}.ipynb").write_text(record, encoding="utf-8")
    plugin = "[{mkdocs-jupyter: {execute: true, cache: false}}]"
    (jupyter / "mkdocs.yml").write_text(PLAIN.format(plugin))
    theirs = seconds(lambda: build(jupyter))
    report("mkdocs-jupyter seconds a program", theirs / len(programs))
    report("cold/mkdocs-jupyter", ours / theirs)

    markdown = folder / "markdown-exec"
    (markdown / "docs").mkdir(parents=True)
    fences = [
        f'```python exec="on" result="text" session="{number}"\n{program.text}```\n'
        for number, program in enumerate(programs)
    ]
    (markdown / "docs/index.md").write_text("\n".join(["# Programs\n", *fences]))
    (markdown / "mkdocs.yml").write_text(PLAIN.format("[markdown-exec]"))
    report("cold/markdown-exec", ours / seconds(lambda: build(markdown)))


def memory(project: Path, forks: int = 100) -> None:
    """Measure how much the process that forks grows."""
    whole = Build.load(Project(project))
    name, backend = next(iter(whole.records))
    job = Job(whole.programs[name], backend, "bench")
    with tempfile.TemporaryDirectory() as folder:
        pool = Pool(Project(Path(folder)))
        with pool:
            pool.work([job] * 3, whole.programs.values())
            (server,) = psutil.Process().children()
            before = server.memory_full_info().uss
            pool.work([job] * forks, whole.programs.values())
            report("parent-memory-growth", server.memory_full_info().uss / before - 1)


def on_a_phone(project: Path, site: Path) -> None:
    """Measure how many of Lighthouse's 100 points for speed the heaviest pages lose."""
    built.build(project, site)
    with SiteServer(site, built.SITE_URL) as server:
        for kind in lighthouse.TYPES:
            url = server.url(lighthouse.heaviest(site, kind))
            report(f"points-lost-on-a-phone/{kind}", 100 - lighthouse.performance(url))
        server.shutdown()


def main() -> int:
    """Measure; return 1 where a target is missed."""
    if sys.argv[1:] == ["speed"]:
        for name, ratio in speed.record().items():
            report(name, ratio)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Pool(Project(tree.ROOT)) as pool:
            Build.load(Project(tree.ROOT), pool)
        memory(tree.ROOT)
        warm_seconds = warm(tree.ROOT, folder)
        save_to_reload(folder / "fresh", SAVED_PAGE, SAVED_PROGRAM, warm_seconds)
        cold(tree.ROOT, folder)
        against_others(tree.ROOT, folder)
        on_a_phone(tree.ROOT, folder / "site")
    for each in missed:
        print(f"missed: {each}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
