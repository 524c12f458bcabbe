"""The window. The only package that imports Qt; positions cross into Qt's UTF-16 units in ``offsets`` alone."""
