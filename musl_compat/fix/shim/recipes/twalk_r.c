/* recipe: twalk_r
 * symbols: twalk_r
 * kind: implementation
 * glibc: GLIBC_2.30
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc manual "Tree Search Function", twalk_r
 * scope: public
 */
#define _GNU_SOURCE
#include <search.h>

/* The walk runs on the caller's stack in one thread, so that what the action needs can be kept for its time. */
static _Thread_local struct walk {
	void (*action)(const void *, VISIT, void *);
	void *closure;
} walk;

static void step(const void *node, VISIT visit, int depth)
{
	(void)depth;
	struct walk mine = walk;
	mine.action(node, visit, mine.closure);
	walk = mine; /* the action may have walked another tree */
}

void twalk_r(const void *root, void (*action)(const void *, VISIT, void *), void *closure)
{
	struct walk outer = walk;
	walk = (struct walk){action, closure};
	twalk(root, step);
	walk = outer;
}
