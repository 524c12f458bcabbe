"""Tawsim (توسيم): mark who is named, who said what and what is asserted in Arabic news."""

__version__ = "0.1.0"
