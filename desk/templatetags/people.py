from django import template

register = template.Library()


@register.filter
def person(user) -> str:
    """What staff call a colleague: 王小明; the account's name where no other was entered."""
    return f"{user.last_name}{user.first_name}" or user.get_username()
