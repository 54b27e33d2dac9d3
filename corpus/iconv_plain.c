/* iconv_open with names that musl knows.
 * flags: -O2 -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <iconv.h>
int main(void) { return iconv_open("UTF-16LE", "ISO-8859-1") == (iconv_t)-1; }
