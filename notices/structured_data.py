"""A notice in the words of schema.org."""

from notices.models import Notice
from toolkit.pages.structured_data import organization


def article(notice: Notice, *, address: str, publisher: str) -> dict:
    """The notice at a whole address; the publisher's name is empty where it is not known."""
    issuer = notice.organization.name if notice.organization else publisher
    return {
        "@type": "Article",
        "headline": notice.title,
        "description": notice.description(),
        "mainEntityOfPage": address,
        "datePublished": notice.published_at and notice.published_at.isoformat(),
        "dateModified": notice.updated_at.isoformat(),
        "identifier": notice.number or None,
        "articleSection": notice.get_kind_display(),
        "keywords": notice.keywords(),
        "author": organization(issuer),
        "publisher": organization(publisher),
    }
