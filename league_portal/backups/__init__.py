"""The whole site as one file, and back again.

The file is a ZIP archive (``archive``): every table as CSV (``tables``), every photo as it is
(``media``), and a manifest of them. Tables are rebuilt by the migrations that the manifest names,
not by stored SQL: so a backup fits every PostgreSQL that the portal runs on, whatever made it, and
a foreign file can bring rows but no commands. docs/decisions/0010-backups-of-rows.md says more.
"""
