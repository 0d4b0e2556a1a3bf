"""Views as files: readings, CSV tables, JSON lines, and the brief (``hudna.export.brief``)."""

from hudna.export.files import TABLES, csv_table, file_name, readings, tables
from hudna.export.plain import Table, as_json, table, write_csv
from hudna.export.visible import seen

__all__ = ["TABLES", "Table", "as_json", "csv_table", "file_name", "readings", "seen", "table", "tables", "write_csv"]
