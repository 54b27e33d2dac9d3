#define _GNU_SOURCE
#include "shimtest.h"
#include <pthread.h>
#include <sys/prctl.h>

int main(void)
{
	char name[16] = "";
	prctl(PR_SET_NAME, "shimtest", 0, 0, 0);
	printf("%d ", VIA(pthread_getname_np)(pthread_self(), name, 16));
	puts(name);
	printf("%d\n", VIA(pthread_getname_np)(pthread_self(), name, 5) == ERANGE);
	return 0;
}
