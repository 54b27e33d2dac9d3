/* fcntl64: what fcntl is called by programs built with -D_FILE_OFFSET_BITS=64; no musl has it.
 * flags: -D_FILE_OFFSET_BITS=64 */
#include <fcntl.h>
int main(void) { return fcntl(0, F_GETFD) == -2; }
