"""Words on a command line -> one pipeline call -> an exit code."""
