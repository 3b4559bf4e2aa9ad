"""Outlook data files (MS-PST): .pst and .ost."""
