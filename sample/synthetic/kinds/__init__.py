"""What happens on the synthetic site: kinds of activities, each in a handful of ways to tell it."""

from sample.synthetic.kinds import building, growth, guidance

KINDS = (*growth.KINDS, *guidance.KINDS, *building.KINDS)
