"""The pairs of neighbouring letters in texts, for indexes that find a part of them (``toolkit.texts.pairs``)."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION toolkit_pairs(VARIADIC told text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(letter || following)
    FROM (SELECT upper(array_to_string(told, chr(10))) AS whole) AS text, ROWS FROM (
        unnest(string_to_array(whole, NULL)), unnest(string_to_array(substr(whole, 2), NULL))
    ) AS pair (letter, following)
    WHERE following IS NOT NULL
$$
"""


class Migration(migrations.Migration):
    dependencies = [("toolkit", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTION, "DROP FUNCTION toolkit_pairs(text[])")]
