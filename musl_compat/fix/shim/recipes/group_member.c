/* recipe: group_member
 * symbols: group_member
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages group_member(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <unistd.h>

int group_member(gid_t gid)
{
	int n = getgroups(0, NULL), found = 0;
	if (n <= 0) return 0;
	gid_t *list = malloc((size_t)n * sizeof *list);
	if (list) n = getgroups(n, list);
	for (int i = 0; list && i < n; i++) found |= list[i] == gid;
	free(list);
	return found;
}
