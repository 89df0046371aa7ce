"""The lines of the first page as a filter of the list that they lead to."""

from django.contrib import admin

from desk.today.lines import Asked, lines_of

PARAMETER = "todo"


class ToDoFilter(admin.SimpleListFilter):
    title = "待办"
    parameter_name = PARAMETER

    def lookups(self, request, model_admin):
        asked = Asked(request)
        self.lines = {
            name: line for name, line in lines_of(model_admin.model).items() if line.may(model_admin, asked)
        }
        return [(name, line.title) for name, line in self.lines.items()]

    def queryset(self, request, queryset):
        line = self.lines.get(self.value())
        return line.of(queryset, Asked(request)) if line else queryset
