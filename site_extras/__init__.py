"""What the site adds around its pages, for every builder.

Most of it is one step over the built site, `python -m site_extras`, which the MkDocs
plugin runs by itself after each build. The templates of the site leave markers where
the step puts something, for example `<!-- site-extras: head -->`:

- `head`: what search engines and social media read about a page (`head.py`);
- `policy`: the Content-Security-Policy (`policy.py`);
- `facts`: what a page says about itself to readers (`facts.py`).

The step also draws the cards, splits the search index and dates the sitemap. A marker
stays where it is, followed by its content and an end marker. Therefore the step can run
again over the same folder: it replaces what it wrote before.

The links to the glossary depend on the text of a page, not on the built site, so they
are a Python-Markdown extension (`glossary.py`).
"""
