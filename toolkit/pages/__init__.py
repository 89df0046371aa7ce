"""What every public page keeps to: who sees it, its addresses, its numbers, what machines are told."""
