"""What makes a glibc binary run on musl: the shim library and the edits to the file."""
