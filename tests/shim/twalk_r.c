#include "shimtest.h"
#include <search.h>

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void visit(const void *node, VISIT which, void *closure)
{
	if (which == postorder || which == leaf) printf("%s%s\n", (const char *)closure, *(const char *const *)node);
}

int main(void)
{
	void *root = NULL;
	static const char *const words[] = {"m", "c", "x", "a", "d"};
	for (int i = 0; i < 5; i++) tsearch(words[i], &root, compare);
	VIA(twalk_r)(root, visit, "- ");
	VIA(twalk_r)(NULL, visit, "- ");
	return 0;
}
