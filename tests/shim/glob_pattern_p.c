#include "shimtest.h"
#include <glob.h>

int main(void)
{
	static const char *const v[] = {"abc", "a*", "a?", "[ab]", "[ab", "a]", "\\*", "\\", "a\\[b]", "]["};
	for (int i = 0; i < 10; i++) printf("%d %d\n", VIA(glob_pattern_p)(v[i], 0), VIA(glob_pattern_p)(v[i], 1));
	return 0;
}
