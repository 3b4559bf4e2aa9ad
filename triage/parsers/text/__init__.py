"""Text formats: plain text, HTML, XML, JSON, chats, calendars and contacts."""
