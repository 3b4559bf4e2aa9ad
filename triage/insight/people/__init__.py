"""How headers name people, who wrote to whom, and which names may be one person's. Nothing is stated as a fact."""
