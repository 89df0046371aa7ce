"""Which compression a reader is answered with, whatever their browser says."""

import gzip

import brotli
import pytest

from toolkit.kept.encodings import MAKING, recoded, taken_by


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0.8,gzip;q=0.8", "br"),
        ("br;q=0, gzip;q=0", "identity"),
        ("br ; Q=0.001", "br"),
        ("*", "br"),
        ("*, br;q=0", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("*;q=0", "identity"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0", "identity"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("identity;q=0.5, *;q=0.7, br;q=0.1", "gzip"),
        ("deflate, zstd", "identity"),
        ("gzip;q=2, br;q=-1", "identity"),
        ("gzip;q=nan, br;q=1e3", "identity"),
        ("gzip;level=9", "identity"),
        (",,;;q=1,=,\x00, gzip", "gzip"),
        ("gzip" * 2000, "identity"),
        ("ｇｚｉｐ, 压缩", "identity"),
    ],
)
def test_reader_is_answered_as_their_browser_takes_it(accepted, encoding):
    assert taken_by(accepted) == encoding


@pytest.mark.parametrize("made", MAKING)
@pytest.mark.parametrize("wanted", MAKING)
def test_page_reads_the_same_in_every_encoding(made, wanted):
    read = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
    text = "青春志愿行".encode() * 50

    assert read[wanted](recoded(MAKING[made](text), made, wanted)) == text
