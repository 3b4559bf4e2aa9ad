"""The front door's parts for what is inferred of many items together. They suggest; nothing here codes or hides."""
