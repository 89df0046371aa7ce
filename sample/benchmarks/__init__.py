"""What `python3 dev.py bench` measures, one subject a file: each a function that yields its lines."""

from sample.benchmarks import documents, pages, reports, search

BENCHMARKS = (
    reports.half_year_from_many_activities,
    pages.public_pages_among_many_activities,
    search.searches_among_many_activities,
    documents.exports_of_ten_pages,
)
