"""The census: who is asked, what is answered, what it adds up to, and what of it a summary tells."""
