"""How counts are worded, piece by piece: numerals, measure words, precision, and what only looks so."""
