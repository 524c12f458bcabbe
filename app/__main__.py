"""``python -m app`` is ``tawsim``."""

from app.cli import main

if __name__ == "__main__":
    main(prog_name="tawsim")
