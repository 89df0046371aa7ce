from django import template

from toolkit.wording import shortened

register = template.Library()
register.filter("shortened", shortened)
