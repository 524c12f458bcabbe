"""Arabic text: grapheme edges, folding, words, clitics, sentences, quotation marks. Positions are code points."""
