"""Lead from the names in code to their official documentation.

sources  installed packages, read without importing them
names    which names these make public, and where each is documented
scope    what a program binds
refer    which public names it uses, and where
link     these as links on the page
"""
