"""What a Kano study is: frozen values that know nothing of files, windows or words on a page."""
