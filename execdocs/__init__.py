"""Run the programs of a documentation site and put their outputs on its pages.

`README.md` beside this file shows the rooms, and the journey of one output.
"""
