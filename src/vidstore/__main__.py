"""`python -m vidstore`."""

from vidstore.cli.main import run

if __name__ == "__main__":
    run()
