"""Run the programs of a documentation site and put their outputs on its pages.

Data flows one way::

    parse      a program: cells, options
    refresh    which programs are stale, and what failed
      run        which process runs them, how many at once; connect talks to it
      warm       the process that imports a backend once and forks
      child        a running program, seen from there
      isolate        the same, from inside: streams, folder, end
      execute        cell after cell; capture, figures, explain
    record     what it put out, an executed notebook; key: what that depends on

    scan       a page: its Python fences
    compose    a fence's code, copy and output, from program and record
      render     outputs as HTML
      images     figures as files
    extension  all this on the page
    references the public names in the code, as links to their documentation
    editions   the same for other readers: notebooks, plain Markdown, whole programs

`python -m execdocs` and the MkDocs hook start the first half and read the second.
"""
