"""A PDF with a text layer as lines."""

import io
import logging

from intake.reading.lines import Line, Unreadable
from intake.reading.pdf_layout import Piece, lines_of, piece_of

MOST_PAGES = 300

# What is wrong with a file is told to the person who chose it, not to the log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_lines(data: bytes) -> list[Line]:
    """The lines of every page. Raises Unreadable for a scan, a locked or a broken file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("这份 PDF 加了密码，请去掉密码再试。")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(f"这份 PDF 有{len(reader.pages)}页，超过{MOST_PAGES}页，请只留需要的部分。")
        pages = [_pieces(page) for page in reader.pages]
    except Unreadable:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, RecursionError, OSError) as error:
        raise Unreadable("这份 PDF 已损坏，读不出来，请重新导出再试。") from error
    if not any(piece.text.strip() for page in pages for piece in page):
        raise Unreadable("这份 PDF 是扫描件，里面只有图片没有文字，请先做文字识别（OCR），或粘贴文字。")
    return lines_of(pages)


def _pieces(page) -> list[Piece]:
    found: list[Piece] = []
    page.extract_text(
        visitor_text=lambda text, matrix, at, font, size: found.append(piece_of(text, matrix, at, size))
    )
    return found
