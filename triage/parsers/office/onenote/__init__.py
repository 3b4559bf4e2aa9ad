"""OneNote sections (MS-ONE, MS-ONESTORE), in both packagings."""
