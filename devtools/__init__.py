"""What dev.py is made of. Standard library only, and readable by Python 3.6."""
