"""The untrusted side of the airlock: the confined process that parses hostile bytes. It opens nothing itself."""
