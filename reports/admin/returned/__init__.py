"""An edited Word file at the desk: uploaded, shown beside the draft, taken over where staff choose."""
