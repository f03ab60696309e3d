"""The page that shows every part of the portal's pages, made by the same macros, and the tokens behind them."""
