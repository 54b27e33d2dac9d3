/* gcc: -O0
 * gcc: -O0 -no-pie
 *
 * A thread whose frame is larger than musl's default stack. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static void *work(void *given)
{
	char big[1 << 20];

	memset(big, *(char *)given, sizeof big);
	return (void *)(long)big[sizeof big / 2];
}

int main(void)
{
	pthread_t thread;
	void *got = 0;
	char seed = 42;

	if (pthread_create(&thread, 0, work, &seed))
		return 1;
	pthread_join(thread, &got);
	printf("%ld\n", (long)got);
	return 0;
}
