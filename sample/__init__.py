"""The facts of the first half of 2020, which a new portal starts with.

Plain data, split by subject; ``load`` writes it. Only what the committee's own
summary states is here: what it does not state is left empty.
"""
