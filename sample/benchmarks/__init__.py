"""What `python3 dev.py bench` measures, one subject a file: each a function that yields its lines."""

from sample.benchmarks import desk, documents, importing, kept, pages, reports, search

pages_kept, public_pages, desk_lists = kept.PagesKept(), pages.PublicPages(), desk.DeskLists()
BENCHMARKS = (
    pages_kept.among_few,  # it writes the small site
    public_pages.among_few,
    desk_lists.among_few,
    reports.half_year_from_many_activities,
    public_pages.among_many,
    search.searches_among_many_activities,  # it writes the entries that a search needs
    pages_kept.among_many,
    desk_lists.among_many,
    documents.exports_of_ten_pages,
    importing.documents_of_one_and_of_four_megabytes,
)
