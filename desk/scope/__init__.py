"""Whose record is whose: what of the desk somebody sees and changes, by what the account is tied to.

What accounts are tied to, and how far each tie reaches, an app above tells (``desk.scope.reach``); how
each kind of record belongs to one of those, its app declares in its ``scope.py`` (``desk.scope.registry``).
All is held in one place each: of admins and their rows in ``desk.scope.admin``, of everything that asks
``user.has_perm(right, record)`` in ``desk.scope.backend``; a query of one's own passes ``within``.
"""
