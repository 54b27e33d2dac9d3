/* recipe: canonicalize_file_name
 * symbols: canonicalize_file_name
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages canonicalize_file_name(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>

char *canonicalize_file_name(const char *path)
{
	return realpath(path, NULL);
}
