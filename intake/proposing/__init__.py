"""What a document holds, as proposals that a person confirms."""

from intake.proposing.proposal import Proposal, ProposedItem, ProposedSection, propose

__all__ = ["Proposal", "ProposedItem", "ProposedSection", "propose"]
