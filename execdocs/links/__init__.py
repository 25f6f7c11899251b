"""Turn the names in a program's code into links to their official documentation.

Each module uses those above it:

packages   what the installed packages define, read without importing them
public     which names these packages make public, and the page of each
meanings   what a name in a program can mean, and the scopes that hold these names
bindings   which names a program binds in which scope, and where it uses them
inference  what an expression of the program means
resolve    the places in a program that name something public
html       the links on the page
"""
