/* gcc: -O1 -Wl,--disable-new-dtags,-rpath,$ORIGIN/nowhere
 * gcc: -O1 -Wl,--enable-new-dtags,-rpath,/opt/$LIB:/opt/nowhere:$ORIGIN/${PLATFORM}
 * gcc: -O1 -Wl,-rpath,/opt/$LIB
 * gcc: -O1 -Wl,-rpath,
 *
 * A search path that is there already, with words that musl does not know: it would ignore all of it. */
#include <argz.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	char *all = 0;
	size_t size = 0;

	argz_create_sep("a:b:c", ':', &all, &size);
	printf("%zu\n", argz_count(all, size));
	free(all);
	return 0;
}
