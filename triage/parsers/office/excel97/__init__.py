"""Excel workbooks before 2007 (MS-XLS)."""
