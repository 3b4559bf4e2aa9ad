"""Word documents before 2007 (MS-DOC)."""
