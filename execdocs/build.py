"""One value is the build: programs, records and pages, read once.

All that a build makes is a function of it: pages, notebooks, Markdown, tests.
Nothing that reads it asks the disk again, so no two of them can disagree.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from execdocs.model.backend import BACKENDS, installed
from execdocs.model.percent import read_program
from execdocs.model.problem import Problem, Refused, nearest, told_once
from execdocs.model.program import Program
from execdocs.model.project import Project
from execdocs.pages.fences import Block
from execdocs.pages.page import Page, Shown
from execdocs.pages.parts import Part, read_parts
from execdocs.progress import work_with_progress
from execdocs.reading import Target, read_pages, read_programs, read_records
from execdocs.records.key import Today
from execdocs.records.output import Figure, described
from execdocs.records.record import Record
from execdocs.run.pool import Done, Pool
from execdocs.run.stale import Job, stale_jobs


@dataclass(frozen=True)
class Build:
    """What stands in the project, and what its programs put out."""

    project: Project
    programs: Mapping[str, Program]  # by name: `layers/linear.py`
    refused: Mapping[str, Problem]  # programs that cannot be read or run, by name
    records: Mapping[Target, Record]
    stale: Mapping[Target, str]  # what would have to run, and why
    pages: Mapping[str, Page]  # by their path below `docs/`
    unread: tuple[Problem, ...]  # pages that cannot be read
    done: tuple[Done, ...] = field(default=(), repr=False)  # what was run

    @classmethod
    def load(
        cls,
        project: Project,
        pool: Pool | None = None,
        names: Iterable[str] = (),
        *,
        force: bool = False,
        retry: bool = True,
        before: Build | None = None,
    ) -> Build:
        """Read a project; with a pool, run first what is stale.

        Args:
            project: The site.
            pool: Where programs run; it stays open.
            names: The programs to run, as pages name them; all if there is none.
            force: Run also what is fresh.
            retry: Run also what failed before, with nothing changed since.
            before: An earlier build, whose parts are kept where nothing changed.
        """
        was = before or cls(project, {}, {}, {}, {}, {}, ())
        programs, refused = read_programs(project, names, was.programs)
        found = read_records(project, programs.values(), was.records)
        chosen = [programs[each] for each in names or programs if each in programs]
        today = Today(project, programs.values())
        jobs = stale_jobs(chosen, found, today, force=force, retry=retry)
        done = work_with_progress(pool, jobs, programs.values()) if pool else []
        records = {
            target: each for target, each in found.items() if isinstance(each, Record)
        }
        records |= {_target(each.job): each.record for each in done}
        ran = {_target(each.job) for each in done}
        pages, unread = read_pages(project, was.pages)
        return cls(
            project=project,
            programs=programs,
            refused=refused,
            records=records,
            stale={_target(job): job.reason for job in jobs if _target(job) not in ran},
            pages=pages,
            unread=unread,
            done=tuple(done),
        )

    @functools.cached_property
    def shown(self) -> Mapping[str, Mapping[Block, Shown]]:
        """What the blocks of each page show, by the page and the block."""
        return {uri: shown for uri, (shown, _) in self._seen.items()}

    @functools.cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with pages and programs, each thing once."""
        return told_once([*self._on_pages(), *self.refused.values(), *self.failures()])

    def parts(self, page: Page, backend: str | None = None) -> tuple[Part, ...]:
        """Return what stands on a page in reading order; see `read_parts`."""
        return read_parts(page, self.shown[page.uri], backend)

    def show(self, block: Block, place: str) -> Shown:
        """Return what a block of a page shows.

        Args:
            block: The block.
            place: Where it stands, as messages name it.

        Raises:
            Refused: There is no such program or cell, its record is stale or a failure,
                or its figures are not described.
        """
        program = self.programs.get(block.program)
        if program is None:
            raise Refused(self._missing(block.program).seen_from(place))
        cell = program.cell(block.cell)
        if cell is None:
            hint = nearest(block.cell, [cell.name for cell in program.cells])
            message = f"`{block.program}` has no cell `{block.cell}`; {hint}"
            raise Refused.at(place, message)
        if cell.hidden:
            message = f"`{block.program}:{block.cell}` is hidden; show another cell"
            raise Refused.at(place, message)
        if block.last_marked > (lines := cell.source.count("\n") + 1):
            message = f"`hl_lines` marks line {block.last_marked} of {lines}"
            raise Refused.at(place, message)
        if wrong := [*self._stale(program), *self.failures([program])]:
            raise Refused(*(problem.seen_from(place) for problem in wrong))
        outputs = {
            backend: self.records[program.name, backend].outputs[cell.name]
            for backend in installed(program.backends)
        }
        for each in outputs.values():
            figures = sum(isinstance(output, Figure) for output in each)
            if figures != len(block.alts):
                raise Refused.at(
                    place,
                    f"the cell shows {figures} figure(s) and the fence describes "
                    f'{len(block.alts)}; give the fence an `alt="what is to be seen"` '
                    "for each",
                )
        made = {name: described(each, block.alts) for name, each in outputs.items()}
        return Shown(block, program, cell, made)

    def failures(self, programs: Iterable[Program] | None = None) -> Iterator[Problem]:
        """Yield what failed; where it failed on some backends only, on which."""
        for program in self.programs.values() if programs is None else programs:
            backends = installed(program.backends)
            failed: dict[Problem, list[str]] = {}
            for backend in backends:
                record = self.records.get((program.name, backend))
                if record and record.failure:
                    failed.setdefault(record.failure, []).append(backend)
            for problem, on in failed.items():
                where = "" if on == backends else f"[{', '.join(on)}] "
                yield Problem(problem.place, f"{where}{problem.message}")

    def made_from(self, page: Page) -> tuple[str, ...]:
        """Return all texts that a page and its other editions are made from."""
        texts = [page.whole]
        for name in sorted({block.program for block in page.blocks}):
            program = self.programs.get(name)
            texts.append(program.text if program else "")
            for backend in program.backends if program else ():
                record = self.records.get((name, backend))
                texts += [
                    record.text if record else "",
                    self.stale.get((name, backend), ""),
                ]
        return tuple(texts)

    def versions(self, page: Page) -> list[str]:
        """Return on what the programs of a page were run: `keras 3.15.1` and so on."""
        found: set[str] = set()
        for program in {each.program.name for each in self.shown[page.uri].values()}:
            for backend in installed(self.programs[program].backends):
                key = self.records[program, backend].key
                names = BACKENDS[backend].packages
                found |= {f"{name} {key['packages'][name]}" for name in names}
                found.add(f"Python {key['machine']['Python']}")
        return sorted(found, key=str.lower)

    @functools.cached_property
    def _seen(self) -> Mapping[str, tuple[Mapping[Block, Shown], list[Problem]]]:
        """What the blocks of each page show, and what is wrong with the others."""
        seen = {}
        for uri, page in self.pages.items():
            shown: dict[Block, Shown] = {}
            wrong = [*page.faults]
            for block in page.blocks:
                try:
                    shown[block] = self.show(block, page.at(block.line))
                except Refused as refused:
                    wrong += refused.problems
            seen[uri] = shown, wrong
        return seen

    def _on_pages(self) -> Iterator[Problem]:
        """Yield what is wrong with the pages, and the cells that no page shows."""
        yield from self.unread
        for _, wrong in self._seen.values():
            yield from wrong
        yield from self._out_of_order()
        for program in self.programs.values():
            yield from self._stale(program)
        named = {
            (block.program, block.cell)
            for page in self.pages.values()
            for block in page.blocks
        }
        for name, program in self.programs.items():
            for cell in program.cells:
                if not cell.hidden and (name, cell.name) not in named:
                    yield Problem(
                        f"{program.place}:{cell.marker}",
                        f"no page shows cell `{cell.name}`; write "
                        f'`--8<-- "{name}:{cell.name}"` on one, or mark it `hidden`',
                    )

    def _out_of_order(self) -> Iterator[Problem]:
        """Yield the blocks that stand below a later cell of their program.

        A notebook runs the cells as they stand on the page.
        """
        for uri, shown in self.shown.items():
            latest: dict[str, int] = {}
            for block, each in shown.items():
                index = each.program.cells.index(each.cell)
                last = latest.setdefault(block.program, index)
                if index < last:
                    later = each.program.cells[last].name
                    yield Problem(
                        self.pages[uri].at(block.line),
                        f"`{block.program}:{block.cell}` stands below `{later}`, which "
                        "the program runs after it; show cells in the program's order",
                    )
                latest[block.program] = max(last, index)

    def _stale(self, program: Program) -> Iterator[Problem]:
        for backend in installed(program.backends):
            if reason := self.stale.get((program.name, backend)):
                message = f"[{backend}] {reason}; run `python -m execdocs run`"
                yield Problem(program.place, message)

    def _missing(self, name: str) -> Problem:
        """Return why there is no program of a name."""
        if name in self.refused:
            return self.refused[name]
        try:
            read_program(self.project, name)
        except Refused as refused:
            return refused.problems[0]
        return Problem(f"snippets/{name}", "it was written after the build began")


def _target(job: Job) -> Target:
    return job.program.name, job.backend
