"""Views: what a page, a screen or a poster shows. Pure; `today` is an argument.

Site, kiosk, paper and data are drawn from the same views, so that they cannot disagree.
"""
