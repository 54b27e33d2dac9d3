#include "shimtest.h"

extern int tgkill(int group, int thread, int signal);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(tgkill)(getpid(), getpid(), 0));
	printf("%d\n", errno);
	return 0;
}
