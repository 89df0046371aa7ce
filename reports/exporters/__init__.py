"""Document → text or bytes, one module a format, without Django. HTML is a template: reports/formats.py."""
