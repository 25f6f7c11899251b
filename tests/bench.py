"""Measure the engine's speed as ratios within one run: `make bench`.

Prints one `name: value` a line; what each means stands in CONTRIBUTING.md. Records
what the chapter on speed shows in its program; with the argument `speed`, that alone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from execdocs.pages.audit import compose

from execdocs.model.backend import BACKENDS, ENVIRONMENT
from execdocs.model.project import Project
from execdocs.pages.fences import find_blocks, pages
from execdocs.run.pool import Job, Runner, cores
from execdocs.run.stale import read_programs, stale_jobs
from tests import speed
from tests.tree import ROOT, copy

PROJECT = Project(ROOT)
ENV = {
    **os.environ,
    **ENVIRONMENT,
    "MPLBACKEND": "agg",
    "NO_MKDOCS_2_WARNING": "1",
}
# A program, and a word it prints.
SAVED = ("models/training-loop/digits_tensorflow.py", "accuracy")


def report(name: str, value: float) -> None:
    print(f"{name}: {value:.2f}", flush=True)


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def python(*arguments: object, cwd: Path = ROOT, backend: str = "tensorflow") -> None:
    subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**ENV, **BACKENDS[backend].environment},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def build(root: Path, site: Path) -> None:
    python("-m", "mkdocs", "build", "--site-dir", site, cwd=root)


def cold(folder: Path) -> None:
    """Measure a cold build against what it cannot do without."""
    programs, _ = read_programs(PROJECT)
    jobs = stale_jobs(PROJECT, programs, force=True)
    root = copy(folder / "cold")
    times: dict[str, list[float]] = {"imports": [], "cpu": [], "build": [], "limit": []}
    for _ in range(3):
        imports = [import_seconds(name, jobs) for name in {job.backend for job in jobs}]
        shutil.rmtree(root / ".execdocs", ignore_errors=True)
        shutil.rmtree(root / ".cache", ignore_errors=True)
        times["build"].append(seconds(lambda: build(root, folder / "site")))
        with Runner(PROJECT) as runner:
            # One at a time: cores that share what they compute with inflate it.
            cpu = sum(runner.run([job])[0].cpu for job in jobs)
        times["imports"].append(sum(imports))
        times["cpu"].append(cpu)
        # All work shared by all cores; and none begins before the first import ends.
        busy, waiting = (sum(imports) + cpu) / cores(), min(imports) + cpu / cores()
        times["limit"].append(max(busy, waiting))
    best = {name: statistics.median(values) for name, values in times.items()}
    report("programs", len(programs))
    report("programs times backends", len(jobs))
    report("import seconds", best["imports"])
    report("programs CPU seconds", best["cpu"])
    report("cold build seconds", best["build"])
    report("cold/limit", best["build"] / best["limit"])


def import_seconds(backend: str, jobs: list[Job]) -> float:
    """Measure the import of a backend and all that its programs import."""
    mine = [job.program.imports for job in jobs if job.backend == backend]
    modules = {*BACKENDS[backend].modules}.union(*mine)
    code = "; ".join(f"import {name}" for name in sorted(modules))
    return seconds(lambda: python("-c", code, backend=backend))


def against_mkdocs_jupyter(folder: Path) -> None:
    """Run some programs, as we do and as mkdocs-jupyter does: a kernel for each."""
    programs = [
        program
        for program in read_programs(PROJECT)[0]
        if program.backends[0] == "tensorflow"
    ][::4]
    root = folder / "jupyter"
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Programs\n")
    for program in programs:
        cells = [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": cell.name,
                "metadata": {},
                "outputs": [],
                "source": cell.source,
            }
            for cell in program.cells
        ]
        notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        path = root / "docs" / program.name.replace("/", "-").replace(".py", ".ipynb")
        path.write_text(json.dumps(notebook))
    config = "site_name: Programs\ntheme: material\n"
    plugin = (
        "plugins:\n  - mkdocs-jupyter:\n      execute: {}\n      cache: false\n"
        "      kernel_name: python3\n"
    )

    def write_pages(*, execute: bool) -> float:
        (root / "mkdocs.yml").write_text(config + plugin.format(str(execute).lower()))
        return seconds(lambda: build(root, folder / "jupyter-site"))

    def run_programs() -> None:
        with Runner(PROJECT) as runner:
            runner.run([Job(program, "tensorflow", "bench") for program in programs])

    jupyter = write_pages(execute=True)
    ours = seconds(run_programs) + write_pages(execute=False)
    report("mkdocs-jupyter seconds a program", jupyter / len(programs))
    report("cold/mkdocs-jupyter", ours / jupyter)


def warm(folder: Path) -> None:
    """Measure a build with fresh records against the same pages made static."""
    fresh, static = copy(folder / "fresh"), copy(folder / "static")
    build(fresh, folder / "fresh-site")
    shown = shutil.ignore_patterns("*.*.ipynb")  # those for further backends
    notebooks = fresh / ".execdocs" / "notebooks"
    shutil.copytree(notebooks, static / "docs" / "notebooks", ignore=shown)
    for path in pages(Project(static)):
        _paste_outputs(path)
    config = (static / "mkdocs.yml").read_text()
    config = re.sub(r"^hooks:\n(?:  .*\n)+", "", config, flags=re.MULTILINE)
    (static / "mkdocs.yml").write_text(config)
    ratios, more = [], []
    build(static, folder / "static-site")
    for _ in range(7):
        ours = seconds(lambda: build(fresh, folder / "fresh-site"))
        plain = seconds(lambda: build(static, folder / "static-site"))
        ratios.append(ours / plain)
        more.append(ours - plain)
    report("warm/static", statistics.median(ratios))
    report("warm minus static seconds", statistics.median(more))


def _paste_outputs(path: Path) -> None:
    """Replace the includes of a page by the code and its output."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for block in reversed(find_blocks(lines)[0]):
        composed = compose(PROJECT, block)
        text = re.sub(r"<img[^>]*>", "", composed.output)
        text = re.sub(r"<[^>]*>", "", text)
        new = ["```python" + block.info.removeprefix("python")]
        new += [*composed.source.split("\n"), "```"]
        if text:
            new += ["", "```text", *text.split("\n"), "```"]
        for image in re.findall(r"<img[^>]*>", composed.output):
            new += ["", image]
        lines[block.line - 1 : block.end] = [block.indent + line for line in new]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def save_to_reload(folder: Path) -> None:
    """Measure from saving a program to the reloaded page, over its own run time."""
    root = copy(folder / "serve")
    name, word = SAVED
    program = root / "snippets" / name
    page = next(
        path.relative_to(root / "docs").with_suffix("").as_posix()
        for path in pages(Project(root))
        if f'"{name}:' in path.read_text(encoding="utf-8")
    )
    plain = statistics.median(seconds(lambda: python(program)) for _ in range(3))
    own = []
    with Runner(PROJECT) as runner:
        jobs = stale_jobs(PROJECT, read_programs(PROJECT, [name])[0], force=True)
        for _ in range(4):
            own += [result.seconds for result in runner.run(jobs)]
    address = "127.0.0.1:8765"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=root,
        env=ENV,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def get(path: str) -> str:
        with urllib.request.urlopen(f"http://{address}/{path}", timeout=300) as reply:
            return reply.read().decode()

    try:
        while True:
            try:
                get(f"{page}/")
                break
            except OSError:
                time.sleep(0.2)
        times = []
        for number in range(5):
            epoch, request = re.search(
                r"livereload\((\d+), (\d+)\)", get(f"{page}/")
            ).groups()
            text = program.read_text(encoding="utf-8")
            marker = f"saved {number}"
            program.write_text(f'{text}print("{marker} {word}")\n', encoding="utf-8")
            start = time.perf_counter()
            while int(get(f"livereload/{epoch}/{request}")) <= int(epoch):
                pass
            assert marker in get(f"{page}/")
            times.append(time.perf_counter() - start)
    finally:
        server.terminate()
        server.wait()
    reload = statistics.median(times)
    report("save-to-reload seconds", reload)
    report("save-to-reload", reload / statistics.median(own[1:]))
    report("save-to-reload/python FILE", reload / plain)


def chapter_on_speed() -> None:
    """Record what the chapter on speed draws."""
    for name, ratio in speed.record().items():
        report(name, ratio)


def main() -> None:
    chapter_on_speed()
    if sys.argv[1:] == ["speed"]:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cold(folder)
        warm(folder)
        save_to_reload(folder)
        against_mkdocs_jupyter(folder)


if __name__ == "__main__":
    main()
