"""What `python3 dev.py bench` measures, one subject a file: each a function that yields its lines."""

from sample.benchmarks import documents, kept, pages, reports, search

pages_kept = kept.PagesKept()
BENCHMARKS = (
    pages_kept.among_few,
    reports.half_year_from_many_activities,
    pages.public_pages_among_many_activities,
    search.searches_among_many_activities,  # it writes the entries that a search needs
    pages_kept.among_many,
    documents.exports_of_ten_pages,
)
