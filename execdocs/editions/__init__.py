"""What a page is besides a page of the site, all from the same records.

page        a page as its reader reads it: prose and blocks, in order
plain       the same as plain Markdown
notebook    the same as a notebook for each backend; rendered: as a page of the site
listing     the programs of a chapter, each of them whole
codeblocks  the blocks, for pytest-codeblocks
publish     all this into the site
"""
