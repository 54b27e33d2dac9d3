"""muslcheck: will this glibc binary work on musl, and if not, what is the least change that makes it work?"""

__version__ = "0.1.0"
