"""Many records entered at once after a yes, and taken back as a whole as long as nobody has changed them."""
