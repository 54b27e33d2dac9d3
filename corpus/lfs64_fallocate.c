/* posix_fallocate64: longer than the buffer of the loader's LFS64 fallback in 1.2.4 and 1.2.5, found by all others.
 * flags: -D_LARGEFILE64_SOURCE */
#include <fcntl.h>
int main(void) { return posix_fallocate64(-1, 0, 1) == 0; }
