#include "shimtest.h"
#include <pthread.h>

extern pid_t pthread_gettid_np(pthread_t);

int main(void)
{
	printf("%d\n", VIA(pthread_gettid_np)(pthread_self()) == getpid());
	return 0;
}
