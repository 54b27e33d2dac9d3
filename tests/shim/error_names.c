#include "shimtest.h"

extern const char *strerrorname_np(int), *strerrordesc_np(int), *sigabbrev_np(int), *sigdescr_np(int);

static const char *shown(const char *s)
{
	return s ? s : "NULL";
}

int main(void)
{
	for (int i = -1; i < 140; i++) printf("%d %s %s\n", i, shown(VIA(strerrorname_np)(i)), shown(VIA(strerrordesc_np)(i)));
	for (int i = -1; i < 70; i++) printf("%d %s %s\n", i, shown(VIA(sigabbrev_np)(i)), shown(VIA(sigdescr_np)(i)));
	return 0;
}
