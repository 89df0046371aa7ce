"""The privacy gate: nothing private becomes public by accident, and what may is overruled with a reason.

- ``registry``: what every app declares of its models (``<app>/disclosure.py``): public, staff-only, private.
- ``finding``: what of a record would be public and may not be: ``hits_in(record)``.
- ``overruling``: what somebody with the right let pass, with the reason.
- ``forms``: holds the forms of what is public as soon as it is saved.

What has acts of publishing is held by ``refusals_before_publishing`` (desk.publishing).
"""
