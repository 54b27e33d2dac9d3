"""Tests of the shim: its recipes against glibc and real musl, and the engine that writes and builds it."""
