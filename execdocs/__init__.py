"""Run the programs of a documentation site and put their outputs on its pages.

Data flows one way::

    parse ─▶ run ─▶ warm ─▶ execute     programs are read, scheduled, forked, executed
               └──▶ record              what they printed is kept, one notebook a program
    scan ──▶ extension ─▶ render        pages are read, and outputs put under their code
         └─▶ edition                    the same pages, expanded, for pytest-codeblocks
"""
