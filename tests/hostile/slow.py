"""Files that take minutes to read: they are ended when their time is over."""
import gzip

from tests.hostile.case import REJECTED, Case

CASES = [
    Case("cent-mille-alineas.html", lambda: b"<html><body><article>" + b"<p>Paris condamne Rome.</p>" * 100_000, REJECTED, "too slow"),
    Case("liens-jamais-fermes.html", lambda: b"<html><body><article>" + b"<a href=x>" * 390_000, REJECTED, "too slow"),
    Case("ligne-sans-fin.warc.gz", lambda: gzip.compress(b"WARC/1.0\r\n" + bytes(60_000_000)), REJECTED, "too slow"),
]
