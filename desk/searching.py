"""What the desk's search boxes find: the same records as Django's own, many times sooner among very many.

Django joins whatever is searched, removes the duplicates that makes, and does it all over for the number of
records, their page and their dates. Here each column is looked through by itself, once.
"""

from functools import reduce

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.db.models.lookups import Lookup
from django.utils.text import smart_split, unescape_string_literal

from toolkit import names

_QUOTES = ('"', "'")


class SearchedDesk:
    """For the desk of a kind of record."""

    def get_search_results(self, request, queryset, search_term):
        fields = self.get_search_fields(request)
        return having(queryset, fields, names.sought(search_term)), False


def having(queryset: QuerySet, fields: tuple[str, ...], text: str) -> QuerySet:
    """Those that have every word of the text in one of the fields."""
    words = [_unquoted(word) for word in smart_split(text)]
    if not words or not fields:
        return queryset
    found = reduce(QuerySet.intersection, (_with_word(queryset.model, fields, word) for word in words))
    return queryset.filter(Among(F("pk"), _keys(found)))


class Among(Lookup):
    """Whether a key is one of many, told as one text: they would take longer to be written out than found."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        key, values = self.process_lhs(compiler, connection)
        return f"{key} = ANY(%s::bigint[])", (*values, self.rhs)


def _keys(found: QuerySet) -> str:
    sql, values = found.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(array_agg(key), '{{}}')::text FROM ({sql}) AS found (key)", values)
        return cursor.fetchone()[0]


def _with_word(model, fields, word) -> QuerySet:
    """The keys of the records that have the word: one search of all their own columns, one for each other."""
    # Most words are of letters without case, and turning a column into capitals takes longest of all.
    lookup = "contains" if word.upper() == word.lower() else "icontains"
    conditions = {field: Q(**{f"{field}__{lookup}": word}) for field in fields}
    own = reduce(Q.__or__, (conditions[field] for field in fields if LOOKUP_SEP not in field), Q(pk__in=()))
    others = (conditions[field] for field in fields if LOOKUP_SEP in field)
    first, *more = (
        model._base_manager.order_by().filter(condition).values("pk") for condition in (own, *others)
    )
    return first.union(*more)


def _unquoted(word: str) -> str:
    is_quoted = word.startswith(_QUOTES) and word[0] == word[-1]
    return unescape_string_literal(word) if is_quoted else word
