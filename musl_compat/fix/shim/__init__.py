"""The shim: C sources of a library that gives glibc's symbols to programs on musl, one recipe per symbol."""
