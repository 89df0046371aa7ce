"""What stands between two people at one form: what it holds, told apart, brought together, kept."""
