"""The suggested order of items, and how far a review in that order has come."""
