def quoted(text: str) -> str:
    """“…”; quotes within become ‘…’ (GB/T 15834-2011 4.8.3.5)."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"
