"""Documents that staff attach for readers to download: judged by what is in them, kept as they are.

- ``judging``: what is taken, what is refused in which sentence, and the words of what is taken.
- ``packages``, ``words``: a Word file or a workbook looked into. ``pdf``: a PDF.
- ``fields``: the column.
"""
