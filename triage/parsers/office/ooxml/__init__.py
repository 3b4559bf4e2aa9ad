"""Office Open XML (ECMA-376): Word, Excel and PowerPoint since 2007."""
