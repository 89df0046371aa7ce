"""Earlier summaries, notices and lists as proposed records: read → outline → extract → propose.

The steps are plain functions over plain data (no Django, no database), each in a room of its own.
"""
