"""The dates of a page are those of its commits and of its programs' commits."""

import datetime
import subprocess

from site_extras.history import dates_of, read_history


def git(folder, *arguments, date="2024-01-02"):
    identity = {"NAME": "A", "EMAIL": "a@example.org", "DATE": f"{date}T12:00:00Z"}
    environment = {
        f"GIT_{who}_{key}": value
        for who in ("AUTHOR", "COMMITTER")
        for key, value in identity.items()
    }
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True)


def test_dates_are_of_the_page_and_its_programs(tmp_path):
    def save(file, date):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{file} {date}", encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", file, date=date)

    assert read_history(tmp_path) == {}  # not in Git yet
    git(tmp_path, "init", "-q")
    assert read_history(tmp_path) == {}  # no commit
    save("docs/a/größe.md", "2024-01-02")
    save("docs/a/other.md", "2024-01-03")
    save("snippets/a/größe/one.py", "2024-02-01")
    save("snippets/a/größer/one.py", "2024-03-01")
    day = datetime.date
    history = read_history(tmp_path)
    assert dates_of("a/größe", history) == (day(2024, 1, 2), day(2024, 2, 1))
    assert dates_of("a/other", history) == (day(2024, 1, 3), day(2024, 1, 3))
    assert dates_of("a/nowhere", history) is None
    save("docs/a/other.md", "2024-04-01")  # while this process goes on
    history = read_history(tmp_path)
    assert dates_of("a/other", history) == (day(2024, 1, 3), day(2024, 4, 1))

    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", tmp_path.as_uri(), str(shallow))
    assert read_history(shallow) == {}  # its dates would be wrong
