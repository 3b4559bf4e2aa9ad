"""Outlook's items and their properties (MS-OXMSG, MS-OXCMSG, MS-OXTNEF)."""
