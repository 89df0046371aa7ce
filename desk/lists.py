"""The lists of the desk: what they say of their number, and of a search that finds more than is listed."""

from django.contrib.admin.views.main import ChangeList


class DeskList(ChangeList):
    cut = None  # all that a search finds, where only the first of them are listed

    def get_queryset(self, request, exclude_parameters=None):
        queryset = super().get_queryset(request, exclude_parameters)
        if exclude_parameters is None:  # else it is asked for the number beside a filter
            self.cut = getattr(request, "cut_search", None)
        return queryset

    def get_results(self, request):
        """Tell a number beside the search box only where it says how much was found."""
        super().get_results(request)
        conditions = (len(one.query.where) for one in (self.queryset, self.root_queryset))
        if self.cut is not None or len({*conditions}) == 1:
            self.full_result_count = self.result_count
