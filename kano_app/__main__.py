"""The program's one door: every command of the command line."""

from kano_app.cli.main import main

if __name__ == "__main__":
    main()
