"""Files that people upload, good and bad."""

import struct
import zipfile
import zlib
from io import BytesIO

import docx
import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def photo(*, size=(64, 48), name="photo.jpg", picture_format="JPEG", **options):
    content = BytesIO()
    Image.new("RGB", size, "red").save(content, picture_format, **options)
    return SimpleUploadedFile(name, content.getvalue())


def encoded(picture, picture_format, **options):
    content = BytesIO()
    picture.save(content, picture_format, **options)
    return upload(content.getvalue())


def upload(content, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def vast_png(width=30_000, height=30_000):
    """A PNG of a hundred bytes that claims to have this many pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def word(*paragraphs, author="", table=()):
    """A Word file; a table is rows of cells."""
    document = docx.Document()
    document.core_properties.author = author
    for words in paragraphs:
        document.add_paragraph(words)
    for row in table:
        cells = document.add_table(1, len(row)).rows[0].cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def workbook(*rows, hidden=()):
    """A workbook of one sheet, and a hidden one where it has rows."""
    book = openpyxl.Workbook()
    book.properties.creator = ""
    for row in rows:
        book.active.append(row)
    if hidden:
        sheet = book.create_sheet("隐藏")
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def pdf(words="", *, catalog="", author=""):
    """A PDF of one page with words in Latin letters; ``catalog``: what else its root says."""
    drawn = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Author ({author}) >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>"
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\n".encode()
    return content + f"startxref\n{content.index(b'xref')}\n%%EOF".encode()


def package(content, **parts):
    """The package with more parts, or others, by their paths."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return changed.getvalue()
