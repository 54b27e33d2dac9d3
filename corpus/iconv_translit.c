/* iconv_open with a name that ends in //TRANSLIT.
 * flags: -O2 -Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1 */
#include <iconv.h>
int main(void) { return iconv_open("ASCII//TRANSLIT", "UTF-8") == (iconv_t)-1; }
