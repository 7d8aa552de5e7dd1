"""Words for values: names, sentences and messages in the reader's language; the only place enums get them."""
