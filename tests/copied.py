"""What a page's copy buttons copy, read from its HTML as `programs.js` does."""


def copied(program):
    """Return the program through a block, for its element."""
    name, text = program["data-source"], ""
    above = program.find_all_previous(attrs={"data-source": name})
    for block in [*reversed(above), program]:
        if "data-copy" in block.attrs:
            text = block["data-copy"]
        else:
            text += block["data-before"] + block.select_one("pre > code").text
    return text
