from django import template

from toolkit.pages.structured_data import script

register = template.Library()
register.simple_tag(script, name="json_ld")
