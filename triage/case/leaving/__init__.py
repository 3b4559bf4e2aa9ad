"""What leaves a case beside exports: productions, and the desk that hands items over for either."""
