/* iconv_open with a charset that musl does not know.
 * flags: -O2 -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <iconv.h>
int main(void) { return iconv_open("UTF-8", "UTF-7") == (iconv_t)-1; }
