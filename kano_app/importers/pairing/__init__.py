"""Which two columns are the halves of one feature, and what the feature is called."""
