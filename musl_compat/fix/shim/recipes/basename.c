/* recipe: basename
 * symbols: basename
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: basename(3), the GNU version: the argument is never changed, a path that ends in a slash has an empty name
 * scope: private
 */
#include <string.h>

char *__mc_basename(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (char *)(slash ? slash + 1 : path);
}
