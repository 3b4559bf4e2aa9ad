"""PowerPoint presentations before 2007 (MS-PPT)."""
