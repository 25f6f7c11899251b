"""Serve a built site on this machine as a publisher does: gzip, types, 404 page."""

import gzip
import threading
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ipynb": "application/x-ipynb+json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".png": "image/png",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
PACKED = {".ico", ".png", ".webp", ".woff2"}  # gzip gains nothing


class SiteServer(ThreadingHTTPServer):
    """A server of one folder, below the path that the site's address has.

    Args:
        folder: The built site.
        address: The address that it was built for.
    """

    daemon_threads = True

    def __init__(self, folder: Path, address: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        self.address = address
        self.path = urlsplit(address).path
        self.origin = f"http://127.0.0.1:{self.server_port}"
        self.sent = 0  # bytes, status lines and headers included
        self._lock = threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, page: str) -> str:
        """Return the address of a file of the site."""
        return f"{self.origin}{self.path}{page}"

    def count(self, size: int) -> None:
        """Add to the bytes sent."""
        with self._lock:
            self.sent += size

    def find(self, target: str) -> Path | None:
        """Return the file that a request asks for."""
        path = unquote(urlsplit(target).path)
        if not path.startswith(self.path):
            return None
        file = (self.folder / path.removeprefix(self.path)).resolve()
        if path.endswith("/"):
            file /= "index.html"
        inside = file.is_relative_to(self.folder)
        return file if inside and file.is_file() else None

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that leaves a page closes its connections."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SiteServer

    def do_GET(self) -> None:
        file = self.server.find(self.path)
        self._reply(HTTPStatus.OK if file else HTTPStatus.NOT_FOUND, file)

    do_HEAD = do_GET

    def _reply(self, status: HTTPStatus, file: Path | None) -> None:
        file = file or self.server.folder / "404.html"
        kind = TYPES.get(file.suffix, "application/octet-stream")
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        zipped = file.suffix not in PACKED
        zipped &= "gzip" in self.headers.get("Accept-Encoding", "")
        body = _contents(file, zipped, (self.server.address, self.server.url("")))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def setup(self) -> None:
        super().setup()
        write = self.wfile.write

        def counted(data: bytes) -> int:
            self.server.count(len(data))
            return write(data)

        self.wfile.write = counted

    def log_message(self, *_: object) -> None:
        pass


@cache
def _contents(file: Path, zipped: bool, addresses: tuple[str, str]) -> bytes:
    body = file.read_bytes()
    if file.name == "sitemap.xml":
        # Instant navigation goes to addresses alone that the sitemap has.
        body = body.replace(*(address.encode() for address in addresses))
    return gzip.compress(body) if zipped else body
