"""Files in and out, on plain values: one article with one layer is a ``Page``. No project file and no window here.

Every position in a file that this package writes is a code point, unless a format's own module says otherwise.
"""
