"""What an annotated article is: plain frozen values, no files, no database, no window.

Every position in this package is a **code point** of ``Article.text``, 0-based, ends exclusive.
"""
