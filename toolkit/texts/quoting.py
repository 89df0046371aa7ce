def quoted(told: object) -> str:
    """“…”; quotes within become ‘…’ (GB/T 15834-2011 4.8.3.5)."""
    return f"“{str(told).replace('“', '‘').replace('”', '’')}”"
