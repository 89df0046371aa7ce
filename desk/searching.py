"""What the desk's search boxes find: the same records as Django's own, many times sooner among very many.

Django joins whatever is searched, removes the duplicates that makes, and does it all over for the number of
records, their page and their dates. Here a rare word is looked up in the index of pairs; a common one is
looked for in the order of the list until as many are found as anybody reads. The list says where it is cut.
"""

from collections.abc import Iterable

from django.contrib.admin import ShowFacets
from django.contrib.admin.utils import lookup_spawns_duplicates
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.db.models.lookups import Lookup
from django.utils.text import smart_split, unescape_string_literal

from desk.lists import DeskList
from toolkit import names
from toolkit.texts.pairs import paired_columns, with_pairs_of

MOST_LISTED = 500  # as many as readers are shown
FEW = 2000  # records that have a word: so many are sooner listed and sorted than looked for in order
_QUOTES = ('"', "'")


class SearchedDesk:
    """For the desk of a kind of record."""

    show_facets = ShowFacets.NEVER  # it would count all records once for each choice of each filter
    show_full_result_count = False  # it would count all records once more, to say how many are not shown

    def get_changelist(self, request, **kwargs):
        return DeskList

    def get_search_results(self, request, queryset, search_term):
        found = having(queryset, self.get_search_fields(request), names.sought(search_term))
        if found is queryset:
            return queryset, False
        keys = list(found.values_list("pk", flat=True)[: MOST_LISTED + 1])
        if len(keys) > MOST_LISTED:
            request.cut_search = found
        return queryset.filter(among(keys[:MOST_LISTED])), False


def having(queryset: QuerySet, fields: tuple[str, ...], text: str) -> QuerySet:
    """Those that have every word of the text in one of the fields."""
    words = [_unquoted(word) for word in smart_split(text)]
    if not fields:
        return queryset
    for word in words:
        ways = _Ways(queryset.model, fields, word)
        queryset = queryset.filter(ways.few() or ways.condition())
    return queryset


class _Ways:
    """The ways from a kind of record to a word: by its own columns, and by those of what it is joined to."""

    def __init__(self, model, fields, word):
        self.model, self.word = model, word
        self.paths = {}
        for field in fields:
            path, _, column = field.rpartition(LOOKUP_SEP)
            self.paths.setdefault(path, []).append(column)

    def few(self) -> "Among | None":
        """The records, if an index tells that they are few."""
        if not self._pairs(""):
            return None
        first, *more = (self._records(path).values("pk") for path in self.paths)
        with connection.cursor() as cursor:
            cursor.execute(*first.union(*more, all=True)[: FEW + 1].query.sql_with_params())
            keys = [key for (key,) in cursor.fetchall()]
        return among(keys) if len(keys) <= FEW else None

    def condition(self) -> Q:
        """The same as a condition, to be asked of one record after the other."""
        told = Q(pk__in=())
        for path in self.paths:
            is_many = path and lookup_spawns_duplicates(self.model._meta, path)
            told |= Q(pk__in=self._records(path).values("pk")) if is_many else self._holds(path)
        return told

    def _records(self, path):
        return self.model._base_manager.order_by().filter(self._holds(path), *self._pairs(path))

    def _holds(self, path) -> Q:
        # Most words are of letters without case, and turning a column into capitals takes longest of all.
        lookup = "contains" if self.word.upper() == self.word.lower() else "icontains"
        told = Q(pk__in=())
        for column in self.paths[path]:
            told |= Q(**{f"{_at(path, column)}__{lookup}": self.word})
        return told

    def _pairs(self, path) -> list:
        """The condition of the index that has the columns at the end of the path, if there is one."""
        model = self.model
        for step in path.split(LOOKUP_SEP) if path else ():
            model = model._meta.get_field(step).related_model
        for columns in paired_columns(model):
            if len(self.word) > 1 and set(self.paths[path]) <= set(columns):
                return [with_pairs_of(self.word, *(_at(path, column) for column in columns))]
        return []


class Among(Lookup):
    """Whether a key is one of many, told as one text: they would take longer to be written out than found."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        key, values = self.process_lhs(compiler, connection)
        return f"{key} = ANY(%s::bigint[])", (*values, self.rhs)


def among(keys: Iterable[int]) -> Among:
    return Among(F("pk"), f"{{{','.join(map(str, keys))}}}")


def _at(path: str, column: str) -> str:
    return f"{path}{LOOKUP_SEP}{column}" if path else column


def _unquoted(word: str) -> str:
    is_quoted = word.startswith(_QUOTES) and word[0] == word[-1]
    return unescape_string_literal(word) if is_quoted else word
