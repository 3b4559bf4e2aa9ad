"""Text and pictures inside drawings: metafiles and Office drawing records. Nothing is drawn."""
