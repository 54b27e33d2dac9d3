"""The laboratory: real musl loaders and real glibc objects from registries, in a cache, as a lock file says.

``python -m musl_compat.devtools.lab fetch`` fills the cache, ``lock`` remakes the lock file, ``list`` prints.
``cache`` is what tests import: where a loader is, which trees of objects there are.
"""
